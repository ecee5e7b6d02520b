import { blueskyLength, xLength } from './post-length'
import { addressOnBluesky } from './message'
import type { RuleProblem } from './rule'

/** How long each may be: X's weighted characters, Bluesky's graphemes, characters that mail programs are sure to take. */
export const messageLimits = { x: 280, bluesky: 300, mailto: 1_800 } as const

/** A message as one seat's visitors get it, with the gaps that they fill; `postOnBluesky` names the other handle. */
export type MeasuredMessage = {
  post: string
  postOnBluesky: string
  subject: string
  body: string
  /** Null where it is not sent that way. */
  lengths: Record<keyof typeof messageLimits, number | null>
  problems: string[]
}

/**
 * How long a post is on each network it is for, as it opens there. Without either account it is for
 * anywhere, and X is the strictest of the usual places.
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

/** A message as the desk shows it; `rule` is the name of the rule that serves the seat, null when texts were given. */
export type Preview =
  | { outcome: 'shown'; seat: string; mp: string | null; rule: string | null; message: MeasuredMessage }
  | { outcome: 'refused'; problems: RuleProblem[] }
  | { outcome: 'not-found' } // no such seat, or no rule for it
