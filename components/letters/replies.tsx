'use client' // for useActionState: rendered on the server, hydrated nowhere

import { useActionState } from 'react'
import { type FollowUpLink, replies, type Reply, replyWords } from '@/lib/letters/model/follow-up'

type Props = {
  /** What the link holds. */
  link: FollowUpLink
  reply: Reply | null
  /** Ends by opening the page of the link again; it answers only when there were too many presses. */
  submit: (previous: unknown, form: FormData) => Promise<'limited'>
}

/** The five answers; the one given last is marked. */
export function Replies({ link, reply, submit }: Props) {
  const [state, send] = useActionState(submit, null)
  return (
    <form action={send} className="replies">
      {state === 'limited' && (
        <p className="summary" tabIndex={-1} autoFocus>
          That was a lot of presses. Wait a minute and try again.
        </p>
      )}
      {Object.entries(link).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {replies.map((each) => (
        <button
          key={each}
          type="submit"
          name="reply"
          value={each}
          className={each === reply ? undefined : 'quiet'}
          aria-pressed={each === reply}
        >
          {replyWords[each]}
        </button>
      ))}
    </form>
  )
}
