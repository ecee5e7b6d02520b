import 'server-only'
import { setTimeout } from 'node:timers/promises'
import { findShippedSeat } from '../members/data/read-seed'
import type { ActionKind } from './model/action'
import type { Channel } from './model/channel'
import {
  channelOf,
  composeDraft,
  composeHandOffUrl,
  type CountAnswer,
  type Draft,
  type HandOffAnswer,
  type Target,
} from './model/hand-off'
import { composeBody, type Details, hasOwnWords } from '../messages/model/visitor-details'
import { log } from '../shared/log'
import { readWithFallback, timeoutMs } from '../shared/fallback'
import { isParliamentDissolved } from '../campaign/get'
import { composeShippedMessage } from '../messages/get'
import { getSeatMessage } from '../messages/get-for-seat'
import { recordAction } from './record'
import { getVisitorKey, type Visitor } from './visitor-key'

// Leaves half a second for the response.
const countMs = timeoutMs - 500

type HandOffRequest = {
  slug: string
  /** `sent`: the visitor confirms that they sent their message. */
  target: Target | 'sent'
  draft: Draft
  details: Details
  visitor: Visitor
  /** The tag of the link that the visitor followed. */
  source: string | null
  now: Date
}

/**
 * Counts a hand-off made without JavaScript and returns where to send the visitor: the form is posted here, since no
 * script can open the email or post. (With JavaScript the browser opens it itself and only reports it, see report.ts.)
 * The visitor's details are merged into the email unless they edited its text. If counting fails or takes longer than
 * two seconds, that is logged and the visitor continues anyway. If the database is unavailable, the facts shipped with
 * the site supply the MP.
 */
export async function handOffWithoutScript({
  slug,
  target,
  draft: typed,
  details,
  visitor,
  source,
  now,
}: HandOffRequest): Promise<HandOffAnswer> {
  const isDissolved = await isParliamentDissolved()
  const takeShipped = () => {
    const found = findShippedSeat(slug)
    return found && { seat: found, message: composeShippedMessage(found, now) }
  }
  const found = isDissolved ? null : await readWithFallback(() => getSeatMessage(slug, now), takeShipped)
  if (!found?.seat.mp) return { outcome: 'refused', draft: typed, details }
  const {
    seat: { code, mp },
    message,
  } = found
  const original = composeDraft(message)
  const isBodyOwn = typed.body !== original.body
  const draft = isBodyOwn ? typed : { ...typed, body: composeBody(message.body, details) }
  const url = target === 'sent' ? null : composeHandOffUrl(target, mp, draft)
  if (url === null && target !== 'sent' && target !== 'letter') return { outcome: 'refused', draft: typed, details }

  const record = async (
    channel: Channel,
    kind: ActionKind,
    isPersonal: boolean | null,
  ): Promise<CountAnswer['outcome']> => {
    const counting = getVisitorKey(visitor, now)
      .then((key) =>
        recordAction({ seatCode: code, channel, kind, source, isPersonal, key, prefix: visitor.address, now }),
      )
      .then(({ outcome }) => outcome)
      .catch((error: unknown) => {
        log.error({ err: error, seat: code, channel }, 'could not count a hand-off')
        return 'refused' as const
      })
    // Counting continues in the background and may still succeed.
    return Promise.race([counting, setTimeout(countMs, 'refused' as const)])
  }
  if (target === 'sent') {
    // The text they sent may differ from the one submitted here; and if they opened no email, they sent a letter.
    const asEmail = await record('email', 'confirmed', null)
    const count = asEmail === 'not-opened' ? await record('letter', 'confirmed', null) : asEmail
    return { outcome: 'confirmed', count, draft, details }
  }
  const channel = channelOf(target)
  const count = await record(channel, 'opened', isBodyOwn || hasOwnWords(details))
  const sent: (keyof Draft)[] = channel === 'email' ? ['subject', 'body'] : ['post']
  const isUnchanged = sent.every((field) => draft[field] === original[field])
  // A redirect would hide the notice that the message is held.
  return url !== null && isUnchanged && count !== 'held'
    ? { outcome: 'ready', url }
    : { outcome: 'composed', target, url, count, draft, details }
}
