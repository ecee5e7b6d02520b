import type { Draft } from '@/lib/actions/model/hand-off'

/** The email as a letter to the House of Commons, for printing. */
export function Letter({ name, draft, isShown }: { name: string; draft: Draft; isShown: boolean }) {
  return (
    <article className={isShown ? 'letter letter-shown' : 'letter'} aria-label="Letter">
      <p className="letter-address">
        {name} MP
        <br />
        House of Commons
        <br />
        London
        <br />
        SW1A 0AA
      </p>
      <p>
        <strong>{draft.subject}</strong>
      </p>
      <div className="letter-body">{draft.body}</div>
    </article>
  )
}
