import { blueskyLength, xLength } from './post-length'
import { addressOnBluesky } from './message'
import type { RuleProblem } from './rule'

/**
 * The length limits: X's weighted characters, Bluesky's graphemes, and the characters that every mail program accepts.
 */
export const messageLimits = { x: 280, bluesky: 300, mailto: 1_800 } as const

/** A message as visitors of one seat get it, with the gaps they fill in; `postOnBluesky` uses the Bluesky handle. */
export type MeasuredMessage = {
  post: string
  postOnBluesky: string
  subject: string
  body: string
  /** Null where it isn't sent that way. */
  lengths: Record<keyof typeof messageLimits, number | null>
  problems: string[]
}

/**
 * The length of a post on each network it is for, as it opens there. An MP with neither account may be named anywhere;
 * X is the strictest of the usual places, so that limit applies.
 */
export function measurePost(
  post: string,
  reach: { xHandle: string | null; blueskyHandle: string | null },
): { x: number | null; bluesky: number | null } {
  return {
    x: reach.xHandle || !reach.blueskyHandle ? xLength(post) : null,
    bluesky: reach.blueskyHandle ? blueskyLength(addressOnBluesky(post, reach)) : null,
  }
}

/**
 * A message as the desk shows it; `rule` is the name of the rule that serves the seat, null when texts were given
 * instead.
 */
export type Preview =
  | { outcome: 'shown'; seat: string; mp: string | null; rule: string | null; message: MeasuredMessage }
  | { outcome: 'refused'; problems: RuleProblem[] }
  | { outcome: 'not-found' } // no such seat, or no rule for it
