import 'server-only'
import { getSeat } from '../data/directory'
import { channelOf, composeHandOffUrl, type Draft, type HandOffAnswer, type Target } from '../domain/hand-off'
import type { MessageSeat } from '../domain/message'
import { composeBody, type Details, noDetails } from '../domain/visitor-details'
import { env } from '../env'
import { log } from '../log'
import { getMessage } from './get-message'
import { recordAction } from './record-action'
import { getVisitorKey, type Visitor } from './visitor-key'

/** The default texts to the Member of a seat, with gaps in brackets for the visitor; null while the seat is vacant. */
export async function composeDraft(seat: MessageSeat): Promise<Draft | null> {
  if (!seat.mp) return null
  const { post, subject, body } = await getMessage(seat)
  return { post, subject, body: composeBody(body, noDetails) }
}

type HandOffRequest = {
  slug: string
  /** `sent`: the visitor says that they sent their message. */
  target: Target | 'sent'
  draft: Draft
  details: Details
  visitor: Visitor
  now: Date
}

/**
 * Counts a hand-off without JavaScript and says where it leads. The visitor's details are woven into an
 * email that they have not changed by hand. Nobody is kept from writing because the count failed: that
 * is logged instead.
 */
export async function handOff({ slug, target, draft: typed, details, visitor, now }: HandOffRequest): Promise<HandOffAnswer> {
  const seat = env.PARLIAMENT_DISSOLVED ? null : await getSeat(slug)
  const original = seat && (await composeDraft(seat))
  if (!seat?.mp || !original) return { outcome: 'refused', draft: typed, details }
  const isBodyOwn = typed.body !== original.body
  const draft = isBodyOwn ? typed : { ...typed, body: composeBody((await getMessage(seat)).body, details) }
  const url = target === 'sent' ? null : composeHandOffUrl(target, seat.mp, draft)
  if (url === null && target !== 'sent' && target !== 'letter') return { outcome: 'refused', draft: typed, details }

  const channel = target === 'sent' ? 'email' : channelOf(target)
  const kind = target === 'sent' ? 'confirmed' : 'opened'
  await getVisitorKey(visitor, now)
    .then((key) => recordAction({ seatCode: seat.code, channel, kind, source: null, key, now }))
    .catch((error: unknown) => log.error({ err: error, seat: seat.code, channel }, 'not counted'))

  if (target === 'sent') return { outcome: 'confirmed', draft, details }
  const sent: (keyof Draft)[] = channel === 'email' ? ['subject', 'body'] : ['post']
  const isUnchanged = sent.every((field) => draft[field] === original[field])
  return url !== null && isUnchanged ? { outcome: 'ready', url } : { outcome: 'composed', target, url, draft, details }
}
