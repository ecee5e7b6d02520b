import type { Channel } from './channel'
import { addressOnBluesky } from './message'
import { blueskyIntentUrl, mailtoUrl, xIntentUrl } from './share-links'

/** Where a Member can be reached; null where Parliament and the Member give nothing. */
export type Reach = { email: string | null; xHandle: string | null; blueskyHandle: string | null }

/** The texts as the visitor left them. */
export type Draft = { post: string; subject: string; body: string }

/**
 * The link that opens a channel with the draft in it.
 * @returns null when the Member does not have that channel, and for `copy`, which opens nothing
 */
export function composeHandOffUrl(channel: Channel, reach: Reach, draft: Draft): string | null {
  switch (channel) {
    case 'x':
      return reach.xHandle ? xIntentUrl(draft.post) : null
    case 'bluesky':
      return reach.blueskyHandle ? blueskyIntentUrl(addressOnBluesky(draft.post, reach)) : null
    case 'email':
      return reach.email ? mailtoUrl({ to: reach.email, subject: draft.subject, body: draft.body }) : null
    case 'copy':
      return null
  }
}
