import 'server-only'
import { recordAudit } from '../../audit/data/entries'
import { database } from '../../shared/database/client'

/** A browser someone is signed in with. */
export type Device = { id: string; userAgent: string; signedInAt: Date; lastSeenAt: Date }

/** A passkey, as its owner sees it in their list. */
export type PasskeyRow = { id: string; name: string; createdAt: Date | null }

type Owned = { id: string; userId: string; now: Date }

/** Someone’s sessions that haven’t expired, newest first. */
export async function listSessions(userId: string, now: Date): Promise<Device[]> {
  const db = await database()
  const rows = await db.session.findMany({
    where: { userId, expiresAt: { gt: now } },
    select: { id: true, userAgent: true, createdAt: true, updatedAt: true },
    orderBy: { createdAt: 'desc' },
  })
  return rows.map(({ id, userAgent, createdAt, updatedAt }) => ({
    id,
    userAgent: userAgent ?? '',
    signedInAt: createdAt,
    lastSeenAt: updatedAt,
  }))
}

/** Someone’s passkeys, oldest first. */
export async function listPasskeys(userId: string): Promise<PasskeyRow[]> {
  const db = await database()
  const rows = await db.passkey.findMany({
    where: { userId },
    select: { id: true, name: true, createdAt: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ name, ...row }) => ({ ...row, name: name || 'Passkey' }))
}

/** Revokes one of someone’s sessions. @returns false if they have no such session */
export async function deleteSession({ id, userId, now }: Owned): Promise<boolean> {
  const db = await database()
  return db.$transaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { id, userId } })
    if (count > 0)
      await recordAudit(tx, {
        actor: { id: userId },
        action: 'session.revoked',
        entity: 'session',
        entityId: id,
        before: null,
        after: null,
        now,
      })
    return count > 0
  })
}

/** Deletes one of someone’s passkeys. @returns false if they have no such passkey */
export async function deletePasskey({ id, userId, now }: Owned): Promise<boolean> {
  const db = await database()
  return db.$transaction(async (tx) => {
    const { count } = await tx.passkey.deleteMany({ where: { id, userId } })
    if (count > 0)
      await recordAudit(tx, {
        actor: { id: userId },
        action: 'passkey.removed',
        entity: 'passkey',
        entityId: id,
        before: null,
        after: null,
        now,
      })
    return count > 0
  })
}

/** Deletes expired sessions, sign-in links and passkey challenges. */
export async function deleteExpired(now: Date): Promise<void> {
  const db = await database()
  await db.session.deleteMany({ where: { expiresAt: { lt: now } } })
  await db.verification.deleteMany({ where: { expiresAt: { lt: now } } })
}

/** Lets the newest sign-in link of an address work until then. better-auth has one lifetime for all links. */
export async function extendLink(email: string, until: Date): Promise<void> {
  const db = await database()
  const link = await db.verification.findFirst({
    where: { value: { contains: JSON.stringify(email) } },
    orderBy: [{ createdAt: 'desc' }, { expiresAt: 'desc' }],
    select: { id: true },
  })
  if (link) await db.verification.update({ where: { id: link.id }, data: { expiresAt: until }, select: { id: true } })
}
