import { maxTextLength } from '@/lib/actions/model/hand-off'
import { CopyButton } from './copy-button'
import { PostCounter } from './post-counter'
import type { SectionProps } from '../site/section-props'
import { TextArea } from '../forms/text-area'

/** The post: one text, a button for each network the MP is on, and a copy button. */
export function PostSection({ mp, isSupporter, draft, setText, copy, copied, children }: SectionProps) {
  const hasNetwork = mp.xHandle !== null || mp.blueskyHandle !== null
  return (
    <section className="message" aria-labelledby="post-heading">
      <h2 id="post-heading" tabIndex={-1}>
        <span className="step">2</span> {isSupporter ? 'Thank them in public' : 'Post it in public'}
      </h2>
      <p>
        {hasNetwork
          ? 'Change it as you like. It opens in your own account, and nothing is sent until you say so.'
          : `We know of no X or Bluesky account for ${mp.name}. You can still copy this and post it anywhere.`}
      </p>
      <label htmlFor="post">Your post</label>
      <TextArea
        id="post"
        name="post"
        rows={6}
        maxLength={maxTextLength}
        value={draft.post}
        onChange={(event) => setText('post', event.target.value)}
        aria-describedby="post-counter"
      />
      <PostCounter post={draft.post} xHandle={mp.xHandle} blueskyHandle={mp.blueskyHandle} />
      <div className="buttons">
        {mp.xHandle && (
          <button type="submit" name="target" value="x">
            Post on X
          </button>
        )}
        {mp.blueskyHandle && (
          <button type="submit" name="target" value="bluesky">
            Post on Bluesky
          </button>
        )}
        <CopyButton field="post" name="post" copy={copy} copied={copied} />
      </div>
      {children}
    </section>
  )
}
