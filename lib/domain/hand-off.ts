import type { Channel } from './channel'
import { addressOnBluesky } from './message'
import { blueskyIntentUrl, mailtoUrl, xIntentUrl } from './share-links'

/** Where a Member can be reached; null where Parliament and the Member give nothing. */
export type Reach = { email: string | null; xHandle: string | null; blueskyHandle: string | null }

/** The texts as the visitor left them. */
export type Draft = { post: string; subject: string; body: string }

/** Longest text of a field, in UTF-16 units: far above any useful email, far below the body limit. */
export const longestText = 10_000

/** Where a hand-off leads, the composed text when it cannot travel in a redirect, or why it failed. */
export type HandOffAnswer =
  | { outcome: 'ready'; url: string }
  | { outcome: 'composed'; channel: Channel; url: string; draft: Draft }
  | { outcome: 'refused'; draft: Draft }

/** What the page shows after a hand-off without JavaScript that was no redirect. */
export type HandOffState = Exclude<HandOffAnswer, { outcome: 'ready' }> | null

/** The counts after a hand-off by the browser, or that it was not counted. */
export type CountAnswer = { outcome: 'counted'; toMp: number; toAll: number } | { outcome: 'refused' }

/**
 * The link that opens a channel with the draft in it.
 * @returns null when the Member does not have that channel, and for `letter` and `copy`, which open nothing
 */
export function composeHandOffUrl(channel: Channel, reach: Reach, draft: Draft): string | null {
  switch (channel) {
    case 'x':
      return reach.xHandle ? xIntentUrl(draft.post) : null
    case 'bluesky':
      return reach.blueskyHandle ? blueskyIntentUrl(addressOnBluesky(draft.post, reach)) : null
    case 'email':
      return reach.email ? mailtoUrl({ to: reach.email, subject: draft.subject, body: draft.body }) : null
    case 'letter':
    case 'copy':
      return null
  }
}
