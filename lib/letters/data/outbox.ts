import 'server-only'
import { database, type Transaction } from '../../shared/database/client'
import { dialectOf } from '../../shared/database/dialect'
import { toUkDay } from '../../shared/model/uk-time'
import { isSlotOld, listGaps, type Pace } from '../model/pace'
import { followUpDays, hoursAfter } from '../model/retention'
import type { SendReason } from '../model/retry'
import { letterFields, type StoredLetter } from './letters'
import { moveLetter } from './moves'

/** A letter that this process may send until its lease ends. `tries` counts this one. */
export type ClaimedLetter = StoredLetter & { firstTryAt: Date; tries: number }

/** Who claims, and for how long. */
export type Lease = { id: string; until: Date }

const claimFields = { ...letterFields, firstTryAt: true, tries: true, hasSlot: true, nextTryAt: true } as const

/**
 * Claims the letter that has been due longest, also from a process that has died.
 * @returns `postponed`: one was due, but has to keep to the pace and got a later place: ask again
 */
export async function claimLetter(
  lease: Lease,
  pace: Pace,
  now: Date,
): Promise<{ outcome: 'claimed'; letter: ClaimedLetter } | { outcome: 'postponed' | 'none' }> {
  const db = await database()
  if (!(await isAnyDue(db, now))) return { outcome: 'none' } // without a lock
  return db.$transaction(async (tx) => {
    const id = (await findOne(tx, 'sending', 'leasedUntil', now)) ?? (await findOne(tx, 'confirmed', 'nextTryAt', now))
    if (id === null) return { outcome: 'none' as const }
    const { hasSlot, nextTryAt, firstTryAt, tries, ...letter } = await tx.letter.findUniqueOrThrow({
      where: { id },
      select: claimFields,
    })
    const gaps = listGaps(pace, letter.memberId)
    const isOnTime = letter.state === 'sending' || (hasSlot && nextTryAt && !isSlotOld(nextTryAt, now, gaps))
    if (!isOnTime && gaps.length > 0) {
      const slot = await reserve(tx, gaps, now)
      if (slot > now) {
        await tx.letter.updateMany({ where: { id }, data: { nextTryAt: slot, hasSlot: true } })
        return { outcome: 'postponed' as const }
      }
    }
    const first = firstTryAt ?? now
    const data = { leaseId: lease.id, leasedUntil: lease.until, firstTryAt: first, tries: tries + 1 }
    if (!(await moveLetter(tx, id, 'claim', data))) return { outcome: 'none' as const }
    return { outcome: 'claimed' as const, letter: { ...letter, firstTryAt: first, tries: tries + 1 } }
  })
}

async function isAnyDue(db: Transaction, now: Date): Promise<boolean> {
  const due = {
    OR: [
      { state: 'confirmed' as const, nextTryAt: { lte: now } },
      { state: 'sending' as const, leasedUntil: { lt: now } },
    ],
  }
  return (await db.letter.findFirst({ where: due, select: { id: true } })) !== null
}

async function findOne(
  tx: Transaction,
  state: 'sending' | 'confirmed',
  column: 'leasedUntil' | 'nextTryAt',
  now: Date,
): Promise<string | null> {
  const { instant, skipLocked } = dialectOf()
  const [row] = await tx.$queryRawUnsafe<{ id: string }[]>(
    `SELECT "id" FROM "Letter" WHERE "state" = '${state}' AND "${column}" <= ${instant(1)} ORDER BY "${column}" LIMIT 1${skipLocked}`,
    now,
  )
  return row?.id ?? null
}

// The next free place in the pace of an MP and of all together. Each transaction reserves for one letter and takes the
// rows in the same order, so two never wait for each other.
async function reserve(tx: Transaction, gaps: readonly { id: number; gapMs: number }[], now: Date): Promise<Date> {
  const ids = gaps.map(({ id }) => id)
  for (const id of ids)
    await tx.letterPace.upsert({
      where: { memberId: id },
      create: { memberId: id, nextAt: now },
      update: { memberId: id },
      select: { memberId: true },
    })
  const rows = await tx.letterPace.findMany({ where: { memberId: { in: ids } }, select: { nextAt: true } })
  const slot = new Date(Math.max(now.getTime(), ...rows.map(({ nextAt }) => nextAt.getTime())))
  for (const { id, gapMs } of gaps)
    await tx.letterPace.updateMany({ where: { memberId: id }, data: { nextAt: new Date(slot.getTime() + gapMs) } })
  return slot
}

/** Holds on to the letters and emails in hand. */
export async function renewLease({ id: leaseId, until }: Lease): Promise<void> {
  const db = await database()
  await db.letter.updateMany({ where: { leaseId, state: 'sending' }, data: { leasedUntil: until } })
  await db.letterMail.updateMany({ where: { leaseId }, data: { leasedUntil: until } })
}

/** How a try ended. `address`: the MP’s. */
export type Ending = { letter: StoredLetter; leaseId: string; address: string; now: Date }

const unleased = { leaseId: null, leasedUntil: null }

/**
 * Records that the mail server took a letter: in the same transaction the receipt becomes due, the follow-up if it was
 * asked for, and the letter is counted unless it was a rehearsal.
 */
export async function recordAcceptance({ letter, leaseId, address, now }: Ending, isRehearsal: boolean): Promise<void> {
  const { id, seatCode, ruleId } = letter
  const db = await database()
  await db.$transaction(async (tx) => {
    const data = { ...unleased, endedAt: now, nextTryAt: null, reason: null }
    if (!(await moveLetter(tx, id, 'accept', data, leaseId))) return
    const outcome = isRehearsal ? 'rehearsed' : 'accepted'
    await tx.letterAttempt.create({
      data: { letterId: id, memberId: letter.memberId, address, at: now, outcome },
      select: { id: true },
    })
    const mails = [
      { letterId: id, kind: 'receipt' as const, nextTryAt: now },
      ...(letter.isFollowUpAsked
        ? [{ letterId: id, kind: 'followUp' as const, nextTryAt: hoursAfter(now, followUpDays * 24) }]
        : []),
    ]
    await tx.letterMail.createMany({ data: mails })
    if (isRehearsal) return
    const where = { day_seatCode: { day: toUkDay(now), seatCode } }
    await tx.sentLetter.upsert({
      where,
      create: { ...where.day_seatCode, count: 1 },
      update: { count: { increment: 1 } },
      select: { count: true },
    })
    if (ruleId === null) return
    const ofMessage = { day: toUkDay(now), ruleId }
    await tx.sentMessage.upsert({
      where: { day_ruleId: ofMessage },
      create: { ...ofMessage, count: 1 },
      update: { count: { increment: 1 } },
      select: { count: true },
    })
  })
}

/** Records that a letter couldn’t be sent now. */
export async function recordDeferral(
  { letter, leaseId, address, now }: Ending,
  reason: SendReason,
  nextTryAt: Date,
): Promise<void> {
  const db = await database()
  await db.$transaction(async (tx) => {
    const data = { ...unleased, nextTryAt, hasSlot: false, reason }
    if (!(await moveLetter(tx, letter.id, 'defer', data, leaseId))) return
    await recordAttempt(tx, letter, address, now, 'deferred', reason)
  })
}

/** Records that a letter can’t be sent for good: the visitor gets it back. */
export async function recordRefusal({ letter, leaseId, address, now }: Ending, reason: SendReason): Promise<void> {
  const db = await database()
  await db.$transaction(async (tx) => {
    const data = { ...unleased, endedAt: now, nextTryAt: null, reason }
    if (!(await moveLetter(tx, letter.id, 'refuse', data, leaseId))) return
    await recordAttempt(tx, letter, address, now, 'refused', reason)
    await tx.letterMail.createMany({ data: [{ letterId: letter.id, kind: 'returned', nextTryAt: now }] })
  })
}

async function recordAttempt(
  tx: Transaction,
  { id: letterId, memberId }: StoredLetter,
  address: string,
  at: Date,
  outcome: 'deferred' | 'refused',
  reason: SendReason,
): Promise<void> {
  await tx.letterAttempt.create({ data: { letterId, memberId, address, at, outcome, reason }, select: { id: true } })
}
