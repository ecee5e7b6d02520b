import 'server-only'
import { database } from '../../shared/database/client'
import { dialectOf } from '../../shared/database/dialect'
import { letterFields, type StoredLetter } from './letters'
import { eraseLetter } from './moves'
import type { Lease } from './outbox'

/** What an email to the visitor is about. */
export type MailKind = 'copy' | 'reminder' | 'receipt' | 'returned' | 'followUp'

/** An email that this process may send until its lease ends. `tries` counts this one. */
export type ClaimedMail = { id: number; kind: MailKind; letter: StoredLetter; firstTryAt: Date; tries: number }

/** Claims the email to a visitor that has been due longest, also from a process that has died; null if none is due. */
export async function claimMail(lease: Lease, now: Date): Promise<ClaimedMail | null> {
  const db = await database()
  const isFree = { OR: [{ leasedUntil: null }, { leasedUntil: { lt: now } }] }
  const any = await db.letterMail.findFirst({ where: { nextTryAt: { lte: now }, ...isFree }, select: { id: true } })
  if (!any) return null // without a lock
  const { instant, skipLocked } = dialectOf()
  return db.$transaction(async (tx) => {
    const [row] = await tx.$queryRawUnsafe<{ id: number }[]>(
      `SELECT "id" FROM "LetterMail" WHERE "nextTryAt" <= ${instant(1)} AND ("leasedUntil" IS NULL OR "leasedUntil" < ${instant(2)}) ORDER BY "nextTryAt" LIMIT 1${skipLocked}`,
      now,
      now,
    )
    if (!row) return null
    const { firstTryAt, tries, ...mail } = await tx.letterMail.findUniqueOrThrow({
      where: { id: row.id },
      select: { id: true, kind: true, firstTryAt: true, tries: true, letter: { select: letterFields } },
    })
    const claim = { firstTryAt: firstTryAt ?? now, tries: tries + 1 }
    await tx.letterMail.updateMany({
      where: { id: row.id },
      data: { ...claim, leaseId: lease.id, leasedUntil: lease.until },
    })
    return { ...mail, ...claim }
  })
}

/** Puts an email off. */
export async function deferMail(id: number, leaseId: string, nextTryAt: Date): Promise<void> {
  const db = await database()
  await db.letterMail.updateMany({ where: { id, leaseId }, data: { nextTryAt, leaseId: null, leasedUntil: null } })
}

/**
 * Ends an email that was sent, has become pointless or can’t be sent. When it was the last about an accepted letter, the
 * visitor’s address has done its work and is erased; when it was a copy that can’t arrive, nobody can confirm the letter,
 * so that is erased.
 */
export async function endMail(
  { id, kind, letter }: ClaimedMail,
  leaseId: string,
  isUndeliverable: boolean,
  now: Date,
): Promise<void> {
  const db = await database()
  await db.$transaction(async (tx) => {
    const { count } = await tx.letterMail.deleteMany({ where: { id, leaseId } })
    if (count === 0) return
    if (kind === 'copy' && isUndeliverable) {
      if (letter.state === 'waiting') await eraseLetter(tx, letter.id, now)
      return
    }
    const left = await tx.letterMail.count({ where: { letterId: letter.id } })
    if (left > 0) return
    await tx.letter.updateMany({ where: { id: letter.id, state: 'accepted' }, data: { email: null } })
  })
}
