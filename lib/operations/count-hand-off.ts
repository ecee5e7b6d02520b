import 'server-only'
import { countActions } from '../data/counts'
import { getSeat } from '../data/directory'
import type { ActionKind } from '../domain/action'
import type { Channel } from '../domain/channel'
import type { CountAnswer } from '../domain/hand-off'
import { env } from '../env'
import { recordAction } from './record-action'
import { getVisitorKey, type Visitor } from './visitor-key'

/**
 * Counts a hand-off to a seat that has a Member, and tells the new totals of opened messages. One
 * that was counted before is a success too.
 */
export async function countHandOff(request: {
  slug: string
  channel: Channel
  kind: ActionKind
  visitor: Visitor
  now: Date
}): Promise<CountAnswer> {
  const { slug, channel, kind, visitor, now } = request
  const seat = await getSeat(slug)
  if (!seat?.mp || env.PARLIAMENT_DISSOLVED) return { outcome: 'refused' }
  const key = await getVisitorKey(visitor, now)
  await recordAction({ seatCode: seat.code, channel, kind, source: null, key, now })
  const [toMp, toAll] = await Promise.all([countActions('opened', seat.code), countActions('opened')])
  return { outcome: 'counted', toMp, toAll }
}
