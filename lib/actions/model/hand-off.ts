import type { Recorded } from './action'
import type { Channel } from './channel'
import { cleanText } from '../../messages/model/clean-text'
import { messageLimits } from '../../messages/model/measured'
import { type Addressee, composePost } from '../../messages/model/post'
import {
  blueskyIntentUrl,
  facebookUrl,
  gmailUrl,
  mailtoUrl,
  outlookUrl,
  threadsIntentUrl,
  whatsappUrl,
  xIntentUrl,
  yahooUrl,
} from '../../messages/model/share-links'
import type { Typed } from './typed'

/** An MP and how they can be contacted; null where neither Parliament nor the MP gives a way. */
export type Reach = Addressee & { email: string | null }

/** The texts, with the visitor's edits. */
export type Draft = { post: string; subject: string; body: string }

/** The longest text a field accepts, in UTF-16 units: far more than any useful email, far less than the body limit. */
export const maxTextLength = 10_000

/** The targets that take the post. */
const postTargets = ['x', 'bluesky', 'facebook', 'threads', 'whatsapp'] as const

/** The page's buttons: where a message can go. */
export const targets = [...postTargets, 'mailto', 'gmail', 'outlook', 'yahoo', 'letter'] as const

export type Target = (typeof targets)[number]

/** The channel that a target counts under. */
export function channelOf(target: Target): Channel {
  switch (target) {
    case 'mailto':
    case 'gmail':
    case 'outlook':
    case 'yahoo':
      return 'email'
    default:
      return target
  }
}

/** The two messages of the journey. */
export type Step = 'post' | 'email'

/** The step that a target belongs to. */
export function stepOf(target: Target): Step {
  return postTargets.some((each) => each === target) ? 'post' : 'email'
}

/**
 * The result of a hand-off: the URL to redirect to, the composed text when a redirect can't carry it, or why it
 * failed.
 */
export type HandOffAnswer =
  | { outcome: 'ready'; url: string }
  | {
      outcome: 'composed'
      target: Target
      url: string | null
      count: CountAnswer['outcome']
      typed: Typed
      /** Today, as a printed letter has it. */
      day: string
    }
  | { outcome: 'confirmed'; count: CountAnswer['outcome']; typed: Typed }
  | { outcome: 'refused' | 'limited'; typed: Typed }

/** What the page shows after a hand-off without JavaScript that didn't redirect. */
export type HandOffState = Exclude<HandOffAnswer, { outcome: 'ready' }> | null

/** The outcome of counting a hand-off, see `Recorded`; `refused`: the seat has no MP, or counting failed. */
export type CountAnswer = { outcome: Recorded['outcome'] | 'refused' }

/** The answer to a browser's report. After `busy`, `limited` or `stale-token` it should retry. */
export type ReportAnswer = CountAnswer | { outcome: 'stale-token' | 'limited' | 'malformed' | 'busy' }

/** The answer to a browser's request for a token. */
export type TokenAnswer =
  { outcome: 'issued'; token: string } | { outcome: 'refused' | 'limited' | 'malformed' | 'busy' }

// Some mail programs cut or ignore longer mailto links. Nobody documents a limit for webmail, so these are cautious:
// Outlook sends a link on through a sign-in page; the others take what servers usually do, 8 kB.
const maxLengths = { mailto: messageLimits.mailto, outlook: 2_000, gmail: 8_000, yahoo: 8_000 } as const

/**
 * Whether an email is too long for a target's link, which then carries only the subject: copy the text first, for the
 * visitor to paste.
 */
export function isTooLong(target: Target, reach: Reach, draft: Draft): boolean {
  switch (target) {
    case 'mailto':
    case 'gmail':
    case 'outlook':
    case 'yahoo':
      return composeEmailUrl(target, reach.email ?? '', draft).length > maxLengths[target]
    default:
      return false
  }
}

/**
 * The link that opens a target with the draft in it; of an email that is too long for it, only the subject.
 * @param pageUrl the constituency's page, for Facebook, which takes no text
 * @returns null for an email to an MP without an address, and for a letter, which opens nothing
 */
export function composeHandOffUrl(target: Target, reach: Reach, draft: Draft, pageUrl: string): string | null {
  switch (target) {
    case 'x':
      return xIntentUrl(composePost(draft.post, target, reach))
    case 'bluesky':
      return blueskyIntentUrl(composePost(draft.post, target, reach))
    case 'threads':
      return threadsIntentUrl(composePost(draft.post, target, reach))
    case 'whatsapp':
      return whatsappUrl(composePost(draft.post, target, reach))
    case 'facebook':
      return facebookUrl(pageUrl)
    case 'letter':
      return null
    default:
      return (
        reach.email &&
        composeEmailUrl(target, reach.email, isTooLong(target, reach, draft) ? { ...draft, body: '' } : draft)
      )
  }
}

function composeEmailUrl(target: keyof typeof maxLengths, to: string, { subject, body }: Draft): string {
  const email = { to, subject: cleanText(subject).replace(/\n+/g, ' '), body: cleanText(body) }
  switch (target) {
    case 'mailto':
      return mailtoUrl(email)
    case 'gmail':
      return gmailUrl(email)
    case 'outlook':
      return outlookUrl(email)
    case 'yahoo':
      return yahooUrl(email)
  }
}
