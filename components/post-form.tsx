'use client'

import type { Mp } from '@/lib/domain/seat'
import { composeHandOffUrl, type Draft } from '@/lib/domain/hand-off'
import { ComposedText } from './composed-text'
import { type Counts, useHandOff } from './use-hand-off'

type Props = { slug: string; mp: Mp; draft: Draft; onCounted: (counts: Counts) => void }

/** The post: one text, a button for each network the MP is on, and copy. */
export function PostForm({ slug, mp, draft, onCounted }: Props) {
  const { state, submit, onSubmit, copy, status } = useHandOff(slug, onCounted)
  const current = state?.outcome === 'composed' ? state.draft : draft
  const hasNetwork = mp.xHandle !== null || mp.blueskyHandle !== null
  const toUrl = (channel: string, fields: FormData) =>
    channel === 'x' || channel === 'bluesky'
      ? composeHandOffUrl(channel, mp, { ...draft, post: String(fields.get('post')) })
      : null

  return (
    <form action={submit} onSubmit={(event) => onSubmit(event, toUrl)} className="message" aria-labelledby="post-heading">
      <h2 id="post-heading">
        <span className="step">1</span> Post it in public
      </h2>
      <p>
        {hasNetwork
          ? 'Change it as you like. It opens in your own account, and nothing is sent until you say so.'
          : `We know of no X or Bluesky account for ${mp.name}. You can still copy this and post it anywhere.`}
      </p>
      <ComposedText state={state} />
      <input type="hidden" name="slug" value={slug} />
      <label htmlFor="post">Your post</label>
      <textarea id="post" name="post" rows={6} key={current.post} defaultValue={current.post} />
      <div className="buttons">
        {mp.xHandle && (
          <button type="submit" name="channel" value="x">
            Post on X
          </button>
        )}
        {mp.blueskyHandle && (
          <button type="submit" name="channel" value="bluesky">
            Post on Bluesky
          </button>
        )}
        <button
          type="button"
          className="quiet needs-script"
          onClick={(event) => copy(String(new FormData(event.currentTarget.form ?? undefined).get('post')), 'Post')}
        >
          Copy the post
        </button>
      </div>
      <p className="copied" role="status">
        {status}
      </p>
    </form>
  )
}
