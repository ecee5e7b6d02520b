import type { Step } from '@/lib/actions/model/hand-off'

/** What to do after sending a message: the other message, then telling friends. */
export function NextStep({ isDone }: { isDone: Record<Step, boolean> }) {
  if (!isDone.email) {
    return (
      <p>
        Next: <a href="#email-heading">send your email</a>. A post is public; the email is what your MP’s office
        answers.
      </p>
    )
  }
  if (!isDone.post) {
    return (
      <p>
        If you like, <a href="#post-heading">post it in public too</a>, or{' '}
        <a href="#friends-heading">tell your friends</a>.
      </p>
    )
  }
  return (
    <p>
      That is all three steps. Now <a href="#friends-heading">tell your friends</a>.
    </p>
  )
}
