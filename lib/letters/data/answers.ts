import 'server-only'
import { database } from '../../shared/database/client'
import { toUkDay } from '../../shared/model/uk-time'
import type { Reply } from '../model/follow-up'

/** An answer to whether an MP replied. `key`: a hash of its link’s token. */
export type FollowUp = { key: string; seatCode: string; memberId: number; reply: Reply; isOwnMail: boolean }

/** Records an answer in place of an earlier one by the same link. */
export async function writeAnswer({ key, ...answer }: FollowUp, now: Date): Promise<void> {
  const db = await database()
  const data = { ...answer, day: toUkDay(now) }
  await db.followUpAnswer.upsert({ where: { key }, create: { key, ...data }, update: data, select: { key: true } })
}

/** The last answer by a link; null if there is none. */
export async function findAnswer(key: string): Promise<Reply | null> {
  const db = await database()
  return (await db.followUpAnswer.findUnique({ where: { key }, select: { reply: true } }))?.reply ?? null
}

/** How many answers of each kind there are for each MP. */
export async function countAnswers(): Promise<{ memberId: number; seatCode: string; reply: Reply; count: number }[]> {
  const db = await database()
  const groups = await db.followUpAnswer.groupBy({ by: ['memberId', 'seatCode', 'reply'], _count: { key: true } })
  return groups.map(({ _count, ...group }) => ({ ...group, count: _count.key }))
}
