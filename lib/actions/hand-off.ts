import 'server-only'
import { setTimeout } from 'node:timers/promises'
import { findShippedSeat } from '../members/data/read-seed'
import type { ActionKind } from './model/action'
import type { Channel } from './model/channel'
import {
  channelOf,
  composeHandOffUrl,
  type CountAnswer,
  type HandOffAnswer,
  stepOf,
  type Target,
} from './model/hand-off'
import { splitLetter } from '../messages/model/letter'
import { composeDraft, isPersonal, type Typed, weaveParts } from './model/typed'
import { env } from '../shared/env'
import { log } from '../shared/log'
import { formatUkDay } from '../shared/model/uk-time'
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
  typed: Typed
  visitor: Visitor
  /** The tag of the link that the visitor followed. */
  source: string | null
  /** The message that the page offered, as its form says. */
  rule: number | null
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
  typed: given,
  visitor,
  source,
  rule,
  now,
}: HandOffRequest): Promise<HandOffAnswer> {
  const isDissolved = await isParliamentDissolved()
  const takeShipped = () => {
    const found = findShippedSeat(slug)
    return found && { seat: found, message: composeShippedMessage(found, now) }
  }
  const found = isDissolved ? null : await readWithFallback(() => getSeatMessage(slug, now), takeShipped)
  if (!found?.seat.mp) return { outcome: 'refused', typed: given }
  const {
    seat: { code, mp },
    message,
  } = found
  const reach = { ...mp, minister: message.minister }
  const parts = weaveParts(splitLetter(message.body), given)
  const typed = { ...given, parts }
  const draft = composeDraft(typed)
  const url = target === 'sent' ? null : composeHandOffUrl(target, reach, draft, `${env.SITE_URL}/take-action/${slug}`)
  if (url === null && target !== 'sent' && target !== 'letter') return { outcome: 'refused', typed }

  const record = async (
    channel: Channel,
    kind: ActionKind,
    isPersonal: boolean | null,
  ): Promise<CountAnswer['outcome']> => {
    const counting = getVisitorKey(visitor, now)
      .then((key) =>
        recordAction({ seatCode: code, channel, kind, source, isPersonal, rule, key, prefix: visitor.address, now }),
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
    return { outcome: 'confirmed', count, typed }
  }
  const channel = channelOf(target)
  const count = await record(channel, 'opened', isPersonal(typed))
  // A letter is answered in the page, since perhaps no email app opens, or a name is missing. So is a post that the
  // visitor changed, as a redirect carries nothing they typed, or that is held, as it would hide the notice.
  const isRedirected = stepOf(target) === 'post' && draft.post === message.post && count !== 'held'
  return isRedirected && url !== null
    ? { outcome: 'ready', url }
    : { outcome: 'composed', target, url, count, typed, day: formatUkDay(now) }
}
