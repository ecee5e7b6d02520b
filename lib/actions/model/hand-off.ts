import type { Recorded } from './action'
import type { Channel } from './channel'
import { addressOnBluesky, type Message } from '../../messages/model/message'
import {
  blueskyIntentUrl,
  gmailUrl,
  mailtoUrl,
  outlookUrl,
  xIntentUrl,
  yahooUrl,
} from '../../messages/model/share-links'
import { composeBody, type Details, noDetails } from '../../messages/model/visitor-details'

/** How an MP can be contacted; null where neither Parliament nor the MP gives a way. */
export type Reach = { email: string | null; xHandle: string | null; blueskyHandle: string | null }

/** The texts, with the visitor's edits. */
export type Draft = { post: string; subject: string; body: string }

/** A message's default texts, with gaps in brackets for the visitor to fill in. */
export function composeDraft({ post, subject, body }: Message): Draft {
  return { post, subject, body: composeBody(body, noDetails) }
}

/** Whether a form field is one of the texts. */
export function isText(name: string): name is keyof Draft {
  return name === 'post' || name === 'subject' || name === 'body'
}

/** The longest text a field accepts, in UTF-16 units: far more than any useful email, far less than the body limit. */
export const maxTextLength = 10_000

/** The page's buttons: where a message can go. */
export const targets = ['x', 'bluesky', 'mailto', 'gmail', 'outlook', 'yahoo', 'letter'] as const

export type Target = (typeof targets)[number]

/** The channel that a target counts under. */
export function channelOf(target: Target): Channel {
  switch (target) {
    case 'x':
    case 'bluesky':
    case 'letter':
      return target
    default:
      return 'email'
  }
}

/** The two messages of the journey. */
export type Step = 'post' | 'email'

/** The step that a target belongs to. */
export function stepOf(target: Target): Step {
  return target === 'x' || target === 'bluesky' ? 'post' : 'email'
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
      draft: Draft
      details: Details
    }
  | { outcome: 'confirmed'; count: CountAnswer['outcome']; draft: Draft; details: Details }
  | { outcome: 'refused' | 'limited'; draft: Draft; details: Details }

/** What the page shows after a hand-off without JavaScript that didn't redirect. */
export type HandOffState = Exclude<HandOffAnswer, { outcome: 'ready' }> | null

/** The outcome of counting a hand-off, see `Recorded`; `refused`: the seat has no MP, or counting failed. */
export type CountAnswer = { outcome: Recorded['outcome'] | 'refused' }

/** The answer to a browser's report. After `busy`, `limited` or `stale-token` it should retry. */
export type ReportAnswer = CountAnswer | { outcome: 'stale-token' | 'limited' | 'malformed' | 'busy' }

/** The answer to a browser's request for a token. */
export type TokenAnswer =
  { outcome: 'issued'; token: string } | { outcome: 'refused' | 'limited' | 'malformed' | 'busy' }

// Some mail programs cut or ignore longer links.
const maxMailtoLength = 1800

/** Whether an email is too long for a mailto link and has to be copied instead. */
export function isTooLongForMailto(reach: Reach, { subject, body }: Draft): boolean {
  return mailtoUrl({ to: reach.email ?? '', subject, body }).length > maxMailtoLength
}

/**
 * The link that opens a target with the draft in it. When an email is too long for a mailto link, the link carries the
 * subject and a line asking the visitor to paste the text.
 * @returns null when the MP can't be reached there, and for a letter, which opens nothing
 */
export function composeHandOffUrl(target: Target, reach: Reach, draft: Draft): string | null {
  const email = reach.email && { to: reach.email, subject: draft.subject, body: draft.body }
  switch (target) {
    case 'x':
      return reach.xHandle ? xIntentUrl(draft.post) : null
    case 'bluesky':
      return reach.blueskyHandle ? blueskyIntentUrl(addressOnBluesky(draft.post, reach)) : null
    case 'mailto':
      return (
        email && mailtoUrl(isTooLongForMailto(reach, draft) ? { ...email, body: '[Paste your text here.]' } : email)
      )
    case 'gmail':
      return email && gmailUrl(email)
    case 'outlook':
      return email && outlookUrl(email)
    case 'yahoo':
      return email && yahooUrl(email)
    case 'letter':
      return null
  }
}
