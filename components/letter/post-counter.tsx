import { memo } from 'react'
import { measurePost, messageLimits } from '@/lib/messages/model/measured'

type Props = { post: string; xHandle: string | null; blueskyHandle: string | null }

/**
 * The post's length as each network counts it, and how far it is over the limit. Memoised, so typing in other fields
 * doesn't recount it.
 */
export const PostCounter = memo(function PostCounter({ post, ...reach }: Props) {
  const { x, bluesky } = measurePost(post, reach)
  return (
    <p className="counter needs-script" id="post-counter">
      {x !== null && <Count network="X" length={x} longest={messageLimits.x} />}
      {bluesky !== null && <Count network="Bluesky" length={bluesky} longest={messageLimits.bluesky} />}
    </p>
  )
})

function Count({ network, length, longest }: { network: string; length: number; longest: number }) {
  return (
    <span className={length > longest ? 'too-long' : undefined}>
      {network}: {length > longest ? `${length - longest} too many` : `${length} of ${longest}`}
    </span>
  )
}
