import { maxTextLength } from '@/lib/actions/model/hand-off'
import type { LetterProps } from './form'

const networks = [
  { target: 'x', name: 'X' },
  { target: 'bluesky', name: 'Bluesky' },
  { target: 'facebook', name: 'Facebook' },
  { target: 'threads', name: 'Threads' },
  { target: 'whatsapp', name: 'WhatsApp' },
]

/** The post, after the letter: one text, and a button for each network the visitor may have. */
export function PostSection({ mp, isSupporter, post }: Pick<LetterProps, 'mp' | 'isSupporter'> & { post: string }) {
  const isOnline = mp.xHandle !== null || mp.blueskyHandle !== null
  return (
    <section className="post-section" aria-labelledby="post-heading">
      <h2 id="post-heading" tabIndex={-1}>
        {isSupporter ? 'Thank them in public' : 'Then back it up with a public post'}
      </h2>
      <p>
        Edit it if you like. It opens in your own account; nothing is posted until you press Post.
        {!isOnline && ` We couldn’t find ${mp.name} on X or Bluesky, so the post has their name.`}
      </p>
      <label htmlFor="post">Your post</label>
      <textarea
        id="post"
        name="post"
        autoComplete="off"
        rows={6}
        maxLength={maxTextLength}
        defaultValue={post}
        data-was={post}
        aria-describedby="post-counter"
      />
      <p className="counter" id="post-counter" data-needs-script hidden />
      <div className="buttons">
        {networks.map(({ target, name }) => (
          <button key={target} type="submit" name="target" value={target} className="quiet">
            {name}
          </button>
        ))}
        <button type="button" className="quiet" id="share-post" hidden>
          Share…
        </button>
        <button type="button" className="quiet" data-copy="post" data-needs-script hidden>
          Copy the post
        </button>
      </div>
      <p id="post-status" role="status" tabIndex={-1} />
      <div id="post-question" className="buttons" hidden>
        <p>Did you post it?</p>
        <button type="button" id="posted">
          Yes, posted
        </button>
        <a id="post-again" href="#post" target="_blank" rel="noopener noreferrer" hidden>
          Nothing opened? Open it here
        </a>
      </div>
    </section>
  )
}
