import 'server-only'
import { recordAudit } from '../../audit/data/entries'
import type { Change } from '../../audit/model/actor'
import { database } from '../../shared/database/client'
import { type LetterState, queuedStates } from '../model/state'
import { eraseLetter, moveLetter } from './moves'

/** How many confirmed letters haven’t been sent yet, and when the oldest was confirmed. */
export async function countQueue(): Promise<{ waiting: number; oldestConfirmedAt: Date | null }> {
  const db = await database()
  const found = await db.letter.aggregate({
    where: { state: { in: [...queuedStates] } },
    _count: { id: true },
    _min: { confirmedAt: true },
  })
  return { waiting: found._count.id, oldestConfirmedAt: found._min.confirmedAt }
}

/** A letter as staff see it: nothing of it is personal. */
export type QueuedLetter = {
  id: string
  state: LetterState
  seatCode: string
  isChase: boolean
  confirmedAt: Date | null
  nextTryAt: Date | null
  tries: number
  reason: string | null
}

const maxListed = 200

/** Letters that wait to be sent, oldest first, and those that were refused, newest first; 200 of each at most. */
export async function listLetters(): Promise<{ waiting: QueuedLetter[]; refused: QueuedLetter[] }> {
  const db = await database()
  const select = {
    id: true,
    state: true,
    seatCode: true,
    isChase: true,
    confirmedAt: true,
    nextTryAt: true,
    tries: true,
    reason: true,
  } as const
  const [waiting, refused] = await Promise.all([
    db.letter.findMany({
      where: { state: { in: [...queuedStates] } },
      select,
      orderBy: { confirmedAt: 'asc' },
      take: maxListed,
    }),
    db.letter.findMany({ where: { state: 'refused' }, select, orderBy: { endedAt: 'desc' }, take: maxListed }),
  ])
  return { waiting, refused }
}

/** The states of the letters that were begun since an instant, with the instant of each. */
export async function listStates(since: Date): Promise<{ state: LetterState; createdAt: Date }[]> {
  const db = await database()
  return db.letter.findMany({ where: { createdAt: { gte: since } }, select: { state: true, createdAt: true } })
}

/** How many letters were accepted since an instant. */
export async function countAccepted(since: Date): Promise<number> {
  const db = await database()
  return db.letterAttempt.count({ where: { outcome: { in: ['accepted', 'rehearsed'] }, at: { gte: since } } })
}

/** Refusals for good that are still on record, by MP, address and reason. */
export async function listRefusals(): Promise<
  { memberId: number; address: string; reason: string | null; count: number }[]
> {
  const db = await database()
  const groups = await db.letterAttempt.groupBy({
    by: ['memberId', 'address', 'reason'],
    where: { outcome: 'refused', reason: { notIn: ['not-live', 'no-address', 'unreadable'] } },
    _count: { id: true },
  })
  return groups.map(({ _count, ...group }) => ({ ...group, count: _count.id }))
}

/** Which letters to count: of some days (both included), of one constituency, or all. */
export type SentQuery = { from?: string; to?: string; seatCode?: string }

/** How many letters have reached an MP’s mail server. */
export async function countSent({ from, to, seatCode }: SentQuery = {}): Promise<number> {
  const db = await database()
  const where = { day: { gte: from, lte: to }, seatCode }
  return (await db.sentLetter.aggregate({ where, _sum: { count: true } }))._sum.count ?? 0
}

/** How many of the letters of some days (both included) began as each message. */
export async function countSentByMessage({ from, to }: { from: string; to: string }): Promise<Map<number, number>> {
  const db = await database()
  const rows = await db.sentMessage.groupBy({
    by: ['ruleId'],
    where: { day: { gte: from, lte: to } },
    _sum: { count: true },
  })
  return new Map(rows.map(({ ruleId, _sum }) => [ruleId, _sum.count ?? 0]))
}

/**
 * Has a letter tried again now: a refused one, or one that waits for its next try.
 * @returns false when it is neither
 */
export async function retryLetter(id: string, { actor, now }: Change): Promise<boolean> {
  const db = await database()
  return db.$transaction(async (tx) => {
    const again = { nextTryAt: now, hasSlot: false, firstTryAt: null, tries: 0, endedAt: null }
    const isMoved = await moveLetter(tx, id, 'retry', again)
    if (isMoved) await tx.letterMail.deleteMany({ where: { letterId: id, kind: 'returned' } })
    const { count } = isMoved
      ? { count: 1 }
      : await tx.letter.updateMany({ where: { id, state: 'confirmed' }, data: { nextTryAt: now, hasSlot: false } })
    if (count === 0) return false
    await recordAudit(tx, {
      actor,
      action: 'letters.retried',
      entity: 'letters',
      entityId: 'retry',
      before: null,
      after: { letters: 1 },
      now,
    })
    return true
  })
}

/** The sealed addresses there are, for a search by someone who has the key. */
export async function listSealedEmails(): Promise<{ id: string; email: string | null }[]> {
  const db = await database()
  return db.letter.findMany({ where: { email: { not: null } }, select: { id: true, email: true } })
}

/**
 * Erases letters because their visitor asked for it. The log gets how many, and nothing else.
 * @returns how many were erased; one that is being sent right now isn’t
 */
export async function eraseForVisitor(ids: readonly string[], { actor, now }: Change): Promise<number> {
  const db = await database()
  return db.$transaction(async (tx) => {
    let erased = 0
    for (const id of ids) if (await eraseLetter(tx, id, now)) erased++
    await recordAudit(tx, {
      actor,
      action: 'letters.erased',
      entity: 'letters',
      entityId: 'erasure',
      before: null,
      after: { letters: erased },
      now,
    })
    return erased
  })
}
