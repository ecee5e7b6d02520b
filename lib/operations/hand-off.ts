import 'server-only'
import { campaign } from '../campaign'
import { getSeat } from '../data/directory'
import type { Channel } from '../domain/channel'
import { composeHandOffUrl, type Draft, type HandOffAnswer } from '../domain/hand-off'
import { composeEmail, composePost } from '../domain/message'
import type { Seat } from '../domain/seat'
import { env } from '../env'
import { log } from '../log'
import { recordAction } from './record-action'

/** The default texts to the Member of a seat; null while the seat is vacant. */
export function composeDraft(seat: Seat): Draft | null {
  if (!seat.mp) return null
  const to = { ...seat.mp, constituency: seat.name, nation: seat.nation }
  return { post: composePost(to, campaign), ...composeEmail(to, campaign) }
}

/**
 * Counts a hand-off and says where it leads. A visitor is never kept from writing because the
 * count failed: that is logged instead.
 */
export async function handOff(request: {
  slug: string
  channel: Channel
  draft: Draft
  now: Date
}): Promise<HandOffAnswer> {
  const { slug, channel, draft, now } = request
  const seat = env.PARLIAMENT_DISSOLVED ? null : await getSeat(slug)
  const original = seat && composeDraft(seat)
  if (!seat?.mp || !original) return { outcome: 'refused', draft }
  const url = composeHandOffUrl(channel, seat.mp, draft)
  if (!url) return { outcome: 'refused', draft }
  await recordAction(seat.code, channel, now).catch((error: unknown) => log.error({ err: error, seat: seat.code, channel }, 'not counted'))
  const sent: (keyof Draft)[] = channel === 'email' ? ['subject', 'body'] : ['post']
  return sent.some((field) => draft[field] !== original[field]) ? { outcome: 'composed', channel, url, draft } : { outcome: 'ready', url }
}
