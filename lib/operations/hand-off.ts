import 'server-only'
import { getSeat } from '../data/directory'
import type { Channel } from '../domain/channel'
import { composeHandOffUrl, type Draft, type HandOffAnswer } from '../domain/hand-off'
import type { MessageSeat } from '../domain/message'
import { composeBody } from '../domain/visitor-details'
import { env } from '../env'
import { log } from '../log'
import { getMessage } from './get-message'
import { recordAction } from './record-action'
import { getVisitorKey, type Visitor } from './visitor-key'

/** The default texts to the Member of a seat, with gaps in brackets for the visitor; null while the seat is vacant. */
export async function composeDraft(seat: MessageSeat): Promise<Draft | null> {
  if (!seat.mp) return null
  const { post, subject, body } = await getMessage(seat)
  return { post, subject, body: composeBody(body, {}) }
}

/**
 * Counts a hand-off and says where it leads. A visitor is never kept from writing because the
 * count failed: that is logged instead.
 */
export async function handOff(request: {
  slug: string
  channel: Channel
  draft: Draft
  visitor: Visitor
  now: Date
}): Promise<HandOffAnswer> {
  const { slug, channel, draft, visitor, now } = request
  const seat = env.PARLIAMENT_DISSOLVED ? null : await getSeat(slug)
  const original = seat && (await composeDraft(seat))
  if (!seat?.mp || !original) return { outcome: 'refused', draft }
  const url = composeHandOffUrl(channel, seat.mp, draft)
  if (!url) return { outcome: 'refused', draft }
  await getVisitorKey(visitor, now)
    .then((key) => recordAction({ seatCode: seat.code, channel, kind: 'opened', source: null, key, now }))
    .catch((error: unknown) => log.error({ err: error, seat: seat.code, channel }, 'not counted'))
  const sent: (keyof Draft)[] = channel === 'email' ? ['subject', 'body'] : ['post']
  return sent.some((field) => draft[field] !== original[field]) ? { outcome: 'composed', channel, url, draft } : { outcome: 'ready', url }
}
