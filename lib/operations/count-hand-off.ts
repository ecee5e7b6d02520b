import 'server-only'
import { countActions } from '../data/actions'
import { getSeat } from '../data/directory'
import type { Channel } from '../domain/channel'
import { env } from '../env'
import { recordAction } from './record-action'

/** The counts after a hand-off, or why it was not counted. */
export type CountAnswer = { outcome: 'counted'; toMp: number; toAll: number } | { outcome: 'invalid' }

/** Counts a hand-off to a seat that has a Member, and tells the new totals. */
export async function countHandOff(request: { slug: string; channel: Channel; now: Date }): Promise<CountAnswer> {
  const seat = await getSeat(request.slug)
  if (!seat?.mp || env.PARLIAMENT_DISSOLVED) return { outcome: 'invalid' }
  await recordAction(seat.code, request.channel, request.now)
  const [toMp, toAll] = await Promise.all([countActions(seat.code), countActions()])
  return { outcome: 'counted', toMp, toAll }
}
