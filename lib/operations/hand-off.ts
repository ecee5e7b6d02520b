import 'server-only'
import { getSeat } from '../data/directory'
import type { ActionKind } from '../domain/action'
import type { Channel } from '../domain/channel'
import { channelOf, composeDraft, composeHandOffUrl, type CountAnswer, type Draft, type HandOffAnswer, type Target } from '../domain/hand-off'
import { composeBody, type Details, hasOwnWords } from '../domain/visitor-details'
import { log } from '../log'
import { isParliamentDissolved } from './get-campaign'
import { getMessage } from './get-message'
import { recordAction } from './record-action'
import { getVisitorKey, type Visitor } from './visitor-key'

type HandOffRequest = {
  slug: string
  /** `sent`: the visitor says that they sent their message. */
  target: Target | 'sent'
  draft: Draft
  details: Details
  visitor: Visitor
  /** The tag of the link that led here. */
  source: string | null
  now: Date
}

/**
 * Counts a hand-off without JavaScript and says where it leads. The visitor's details are woven into an
 * email that they have not changed by hand. Nobody is kept from writing because the count failed: that
 * is logged instead.
 */
export async function handOff({ slug, target, draft: typed, details, visitor, source, now }: HandOffRequest): Promise<HandOffAnswer> {
  const seat = (await isParliamentDissolved()) ? null : await getSeat(slug, now)
  if (!seat?.mp) return { outcome: 'refused', draft: typed, details }
  const message = await getMessage(seat, now)
  const original = composeDraft(message)
  const isBodyOwn = typed.body !== original.body
  const draft = isBodyOwn ? typed : { ...typed, body: composeBody(message.body, details) }
  const url = target === 'sent' ? null : composeHandOffUrl(target, seat.mp, draft)
  if (url === null && target !== 'sent' && target !== 'letter') return { outcome: 'refused', draft: typed, details }

  const record = async (channel: Channel, kind: ActionKind, isPersonal: boolean | null): Promise<CountAnswer['outcome']> => {
    try {
      const key = await getVisitorKey(visitor, now)
      return (await recordAction({ seatCode: seat.code, channel, kind, source, isPersonal, key, prefix: visitor.address, now })).outcome
    } catch (error) {
      log.error({ err: error, seat: seat.code, channel }, 'not counted')
      return 'refused'
    }
  }
  if (target === 'sent') {
    // What they say they sent may be another text than the one that came along; and a letter, if they opened no email.
    const asEmail = await record('email', 'confirmed', null)
    const count = asEmail === 'not-opened' ? await record('letter', 'confirmed', null) : asEmail
    return { outcome: 'confirmed', count, draft, details }
  }
  const channel = channelOf(target)
  const count = await record(channel, 'opened', isBodyOwn || hasOwnWords(details))
  const sent: (keyof Draft)[] = channel === 'email' ? ['subject', 'body'] : ['post']
  const isUnchanged = sent.every((field) => draft[field] === original[field])
  // What is held is told in the page, so that one is not redirected.
  return url !== null && isUnchanged && count !== 'held' ? { outcome: 'ready', url } : { outcome: 'composed', target, url, count, draft, details }
}
