import 'server-only'
import { database } from '../../shared/database/client'

/**
 * The desk’s numbers. `drafts`, `published` and `hidden` count supporters; sessions and passkeys are the reader’s own.
 */
export type DeskCounts = {
  drafts: number
  published: number
  hidden: number
  rules: number
  activeRules: number
  members: number
  vacantSeats: number
  admins: number
  sessions: number
  passkeys: number
}

/** Counts what the desk’s home page shows. @param userId whose sessions and passkeys to count */
export async function countDesk(userId: string, now: Date): Promise<DeskCounts> {
  const db = await database()
  const [byStatus, rules, activeRules, members, vacantSeats, admins, sessions, passkeys] = await Promise.all([
    db.supporter.groupBy({ by: ['status'], where: { archivedAt: null }, _count: { _all: true } }),
    db.messageRule.count({ where: { archivedAt: null } }),
    db.messageRule.count({ where: { isActive: true } }),
    db.seat.count({ where: { memberId: { not: null } } }),
    db.seat.count({ where: { memberId: null } }),
    db.user.count({ where: { role: 'admin', removedAt: null } }),
    db.session.count({ where: { userId, expiresAt: { gt: now } } }),
    db.passkey.count({ where: { userId } }),
  ])
  const supporters = (status: string) => byStatus.find((row) => row.status === status)?._count._all ?? 0
  const counts = { drafts: supporters('draft'), published: supporters('published'), hidden: supporters('hidden') }
  return { ...counts, rules, activeRules, members, vacantSeats, admins, sessions, passkeys }
}

/** What the big switches say in numbers. */
export async function countForSwitches(): Promise<{
  published: number
  publishedMps: number
  hidden: number
  members: number
}> {
  const db = await database()
  const [published, publishedMps, hidden, members] = await Promise.all([
    db.supporter.count({ where: { status: 'published' } }),
    db.supporter.count({ where: { status: 'published', kind: 'mp', isFormer: false } }),
    db.supporter.count({ where: { status: 'hidden', archivedAt: null } }),
    db.seat.count({ where: { memberId: { not: null } } }),
  ])
  return { published, publishedMps, hidden, members }
}

/** Everybody on the wall. */
export async function listPublishedIds(): Promise<number[]> {
  const db = await database()
  const rows = await db.supporter.findMany({ where: { status: 'published' }, select: { id: true } })
  return rows.map(({ id }) => id)
}

/** MPs on the wall that aren't linked to the directory. */
export async function countUnlinked(): Promise<number> {
  const db = await database()
  return db.supporter.count({ where: { status: 'published', kind: 'mp', memberId: null, isFormer: false } })
}
