import { blueskyLength, xLength } from './post-length'
import { type Addressee, composePost, postLimits } from './post'
import type { RuleProblem } from './rule'
import type { Details } from './visitor-details'

/**
 * The length limits: X's weighted characters, Bluesky's graphemes, and the characters that every mail program accepts.
 */
export const messageLimits = { x: postLimits.x, bluesky: postLimits.bluesky, mailto: 1_800 } as const

/** What a letter is measured with: an address of three lines and 40 words of one's own, more than most visitors give. */
export const sampleDetails: Details = {
  sender_name: 'Alexandra Thompson',
  sender_address: 'Flat 12, Marlborough House\n148 Wellington Road\nManchester',
  sender_postcode: 'M14 5AA',
  why_it_matters:
    'I have taught in this area for nine years, and some of my pupils came here alone. With one person they could trust, they went to college, made friends and began to plan. Every child should be given that chance.',
  local_link: '',
}

/** A message as visitors of one seat get it, with the gaps they fill in; `postOnBluesky` uses the Bluesky handle. */
export type MeasuredMessage = {
  post: string
  postOnBluesky: string
  subject: string
  body: string
  /** Null where it isn't sent that way; the email's is with `sampleDetails`. */
  lengths: Record<keyof typeof messageLimits, number | null>
  problems: string[]
}

/** The length of a post as it opens on X and on Bluesky, where anyone may post it, whatever the MP has. */
export function measurePost(post: string, mp: Addressee): { x: number; bluesky: number } {
  return { x: xLength(composePost(post, 'x', mp)), bluesky: blueskyLength(composePost(post, 'bluesky', mp)) }
}

/**
 * A message as the desk shows it; `rule` is the name of the rule that serves the seat, null when texts were given
 * instead.
 */
export type Preview =
  | {
      outcome: 'shown'
      seat: string
      mp: string | null
      rule: string | null
      /** The constituency isn't among those that the rule is for. */
      isOutside: boolean
      message: MeasuredMessage
    }
  | { outcome: 'refused'; problems: RuleProblem[] }
  | { outcome: 'not-found' } // no such seat, or no rule for it
