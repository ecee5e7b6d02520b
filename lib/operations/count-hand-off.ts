import 'server-only'
import { countActions } from '../data/actions'
import { getSeat } from '../data/directory'
import type { Channel } from '../domain/channel'
import type { CountAnswer } from '../domain/hand-off'
import { env } from '../env'
import { recordAction } from './record-action'

/** Counts a hand-off to a seat that has a Member, and tells the new totals. */
export async function countHandOff(request: { slug: string; channel: Channel; now: Date }): Promise<CountAnswer> {
  const seat = await getSeat(request.slug)
  if (!seat?.mp || env.PARLIAMENT_DISSOLVED) return { outcome: 'refused' }
  await recordAction(seat.code, request.channel, request.now)
  const [toMp, toAll] = await Promise.all([countActions(seat.code), countActions()])
  return { outcome: 'counted', toMp, toAll }
}
