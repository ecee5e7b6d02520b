import 'server-only'
import { database } from '../../shared/database/client'
import { hoursAfter, reminderHours } from '../model/retention'
import type { LetterState } from '../model/state'
import { cancelLetter, moveLetter } from './moves'

/** A letter to store. `text` and `email` are sealed. */
export type NewLetter = {
  id: string
  seatCode: string
  memberId: number
  isChase: boolean
  isFollowUpAsked: boolean
  /** The message that it began as; null where unknown. */
  ruleId: number | null
  text: string
  email: string
  confirmHash: string
  followUpHash: string
}

/** A letter as it is stored; what is personal is sealed, and null once it is erased. */
export type StoredLetter = Omit<NewLetter, 'text' | 'email' | 'confirmHash' | 'followUpHash'> & {
  state: LetterState
  confirmedAt: Date | null
  endedAt: Date | null
  text: string | null
  email: string | null
  reason: string | null
}

/** The columns of `StoredLetter`. */
export const letterFields = {
  id: true,
  state: true,
  seatCode: true,
  memberId: true,
  isChase: true,
  isFollowUpAsked: true,
  ruleId: true,
  confirmedAt: true,
  endedAt: true,
  text: true,
  email: true,
  reason: true,
} as const

/**
 * Stores a waiting letter, with the copy for the visitor that is due now and the reminder that may be due tomorrow.
 * @param isKept false does the same work and keeps nothing, so that no answer tells the two apart
 */
export async function createLetter(letter: NewLetter, isKept: boolean, now: Date): Promise<void> {
  const db = await database()
  await db.$transaction(async (tx) => {
    await tx.letter.create({ data: { ...letter, state: 'waiting', createdAt: now }, select: { id: true } })
    const mails = [
      { letterId: letter.id, kind: 'copy' as const, nextTryAt: now },
      { letterId: letter.id, kind: 'reminder' as const, nextTryAt: hoursAfter(now, reminderHours) },
    ]
    await tx.letterMail.createMany({ data: mails })
    if (!isKept) await tx.letter.delete({ where: { id: letter.id }, select: { id: true } })
  })
}

/** The letter whose confirm link has a token with this hash; null if there is none, or it is erased. */
export async function findByConfirmHash(confirmHash: string): Promise<StoredLetter | null> {
  const db = await database()
  return db.letter.findUnique({ where: { confirmHash }, select: letterFields })
}

/** The letter whose follow-up link has a token with this hash, if it was accepted. */
export async function findByFollowUpHash(followUpHash: string): Promise<StoredLetter | null> {
  const db = await database()
  return db.letter.findFirst({ where: { followUpHash, endedAt: { not: null } }, select: letterFields })
}

/**
 * Confirms a waiting letter: from now on it must not be lost. Of two letters from one mailbox to one MP only the first
 * is confirmed, however close together the presses are.
 * @param text sealed, as the visitor left it
 * @param mailboxKeys of this mailbox and MP; the first is stored
 */
export async function confirmLetter(
  id: string,
  { text, mailboxKeys, keptUntil }: { text: string; mailboxKeys: string[]; keptUntil: Date },
  now: Date,
): Promise<'confirmed' | 'too-soon' | 'gone'> {
  const db = await database()
  return db
    .$transaction(async (tx) => {
      const [key = ''] = mailboxKeys
      // The move comes first: it takes the row, and on SQLite and PostgreSQL alike a second press waits here.
      const isConfirmed = await moveLetter(tx, id, 'confirm', { text, confirmedAt: now, nextTryAt: now })
      if (!isConfirmed) return 'gone'
      await tx.mailboxKey.deleteMany({ where: { key: { in: mailboxKeys }, expiresAt: { lte: now } } })
      const older = await tx.mailboxKey.count({ where: { key: { in: mailboxKeys.slice(1) } } })
      const added =
        await tx.$executeRaw`INSERT INTO "MailboxKey" ("key", "expiresAt") VALUES (${key}, ${keptUntil}) ON CONFLICT DO NOTHING`
      if (older > 0 || added === 0) throw new TooSoon()
      await tx.letterMail.deleteMany({ where: { letterId: id, kind: { in: ['copy', 'reminder'] } } })
      return 'confirmed' as const
    })
    .catch((error: unknown) => {
      if (error instanceof TooSoon) return 'too-soon' as const
      throw error
    })
}

// Undoes the move with its transaction: the letter is waiting again.
class TooSoon extends Error {}

/** Cancels a waiting letter and erases it at once. @returns false when it isn’t waiting any more */
export async function cancelWaiting(id: string): Promise<boolean> {
  const db = await database()
  return db.$transaction((tx) => cancelLetter(tx, id))
}
