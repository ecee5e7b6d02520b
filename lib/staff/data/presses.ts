import 'server-only'
import { database } from '../../shared/database/client'
import { dialectOf } from '../../shared/database/dialect'

/** How long an answer is kept: long enough for a page that was left open over lunch, or found again with Back. */
const keptMs = 86_400_000

/** A press that has been answered, one that is being answered, or none. */
export type PressState = { state: 'answered'; answer: string } | { state: 'running' } | { state: 'none' }

/**
 * Claims a press, so that only one request answers it.
 * @returns false if somebody has claimed it before
 */
export async function claimPress(key: string, now: Date): Promise<boolean> {
  const db = await database()
  await db.press.deleteMany({ where: { at: { lt: new Date(now.getTime() - keptMs) } } })
  const { instant, parameter } = dialectOf()
  // Of two at once, the second waits for the first, and then adds nothing.
  const added = await db.$executeRawUnsafe(
    `INSERT INTO "Press" ("at", "key") VALUES (${instant(1)}, ${parameter(2)}) ON CONFLICT DO NOTHING`,
    now,
    key,
  )
  return added === 1
}

/** How a press stands. */
export async function findPress(key: string): Promise<PressState> {
  const db = await database()
  const row = await db.press.findUnique({ where: { key }, select: { answer: true } })
  if (!row) return { state: 'none' }
  return row.answer === null ? { state: 'running' } : { state: 'answered', answer: row.answer }
}

/** Keeps what a press was answered; null for one that may be tried again. */
export async function settlePress(key: string, answer: string | null): Promise<void> {
  const db = await database()
  await (answer === null
    ? db.press.deleteMany({ where: { key } })
    : db.press.updateMany({ where: { key }, data: { answer } }))
}
