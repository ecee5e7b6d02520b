import { memo } from 'react'
import { measurePost, messageLimits } from '@/lib/messages/model/measured'

type Props = { post: string; xHandle: string | null; blueskyHandle: string | null }

/** How long the post is, as each network counts; over the limit it says by how much. Not counted anew while something else is typed. */
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
