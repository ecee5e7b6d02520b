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

/** Where a Member can be reached; null where Parliament and the Member give nothing. */
export type Reach = { email: string | null; xHandle: string | null; blueskyHandle: string | null }

/** The texts as the visitor left them. */
export type Draft = { post: string; subject: string; body: string }

/** The default texts of a message, with gaps in brackets for the visitor. */
export function composeDraft({ post, subject, body }: Message): Draft {
  return { post, subject, body: composeBody(body, noDetails) }
}

/** Whether a form's field is one of the texts. */
export function isText(name: string): name is keyof Draft {
  return name === 'post' || name === 'subject' || name === 'body'
}

/** Longest text of a field, in UTF-16 units: far above any useful email, far below the body limit. */
export const longestText = 10_000

/** The buttons of the page: where a message can go. */
export const targets = ['x', 'bluesky', 'mailto', 'gmail', 'outlook', 'yahoo', 'letter'] as const

export type Target = (typeof targets)[number]

/** As what a target is counted. */
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

/** Which message a target takes. */
export function stepOf(target: Target): Step {
  return target === 'x' || target === 'bluesky' ? 'post' : 'email'
}

/** Where a hand-off leads, the composed text when it cannot travel in a redirect, or why it failed. */
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

/** What the page shows after a hand-off without JavaScript that was no redirect. */
export type HandOffState = Exclude<HandOffAnswer, { outcome: 'ready' }> | null

/** What became of a hand-off in the counts, see `Recorded`; `refused`: the seat has no MP, or the count failed. */
export type CountAnswer = { outcome: Recorded['outcome'] | 'refused' }

/** What a browser hears of its report. `busy`, `limited` and `stale-token` are to be reported again. */
export type ReportAnswer = CountAnswer | { outcome: 'stale-token' | 'limited' | 'malformed' | 'busy' }

/** What a browser hears when it asks for a token. */
export type TokenAnswer =
  { outcome: 'issued'; token: string } | { outcome: 'refused' | 'limited' | 'malformed' | 'busy' }

// Longer ones are cut or ignored by some mail programs.
const longestMailto = 1800

/** Whether an email is too long to travel in a mailto link and has to be copied instead. */
export function isTooLongForMailto(reach: Reach, { subject, body }: Draft): boolean {
  return mailtoUrl({ to: reach.email ?? '', subject, body }).length > longestMailto
}

/**
 * The link that opens a target with the draft in it. An email that is too long for a mailto link opens
 * with its subject and a line that says to paste the text.
 * @returns null when the Member cannot be reached there, and for a letter, which opens nothing
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
