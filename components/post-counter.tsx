import { memo } from 'react'
import { addressOnBluesky } from '@/lib/domain/message'
import { blueskyLength, xLength } from '@/lib/post-length'

const longestOnX = 280
const longestOnBluesky = 300

type Props = { post: string; xHandle: string | null; blueskyHandle: string | null }

/** How long the post is, as each network counts; over the limit it says by how much. Not counted anew while something else is typed. */
export const PostCounter = memo(function PostCounter({ post, xHandle, blueskyHandle }: Props) {
  // Without either account the post is for anywhere, and X is the strictest of the usual places.
  const lengths = [
    ...(xHandle || !blueskyHandle ? [{ network: 'X', length: xLength(post), longest: longestOnX }] : []),
    ...(blueskyHandle ? [{ network: 'Bluesky', length: blueskyLength(addressOnBluesky(post, { xHandle, blueskyHandle })), longest: longestOnBluesky }] : []),
  ]
  return (
    <p className="counter needs-script" id="post-counter">
      {lengths.map(({ network, length, longest }) => (
        <span key={network} className={length > longest ? 'too-long' : undefined}>
          {network}: {length > longest ? `${length - longest} too many` : `${length} of ${longest}`}
        </span>
      ))}
    </p>
  )
})
