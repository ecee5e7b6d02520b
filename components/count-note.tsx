import type { CountAnswer } from '@/lib/domain/hand-off'

/** Says so when a message is not in the counts, and why. It has gone on all the same. */
export function CountNote({ count }: { count: CountAnswer['outcome'] | null }) {
  return (
    <div role="status" className="count-note" data-count={count ?? undefined}>
      {count === 'held' && (
        <p>
          Your message isn’t affected. Many messages came from your internet connection today, as they can from a school or a
          mobile network, so someone from the campaign will look before we add yours to the count.
        </p>
      )}
      {count === 'refused' && <p>We couldn’t count this message just now. The message itself isn’t affected.</p>}
      {count === 'not-opened' && <p>We only count a message as sent on the day it was opened here, so this one isn’t in the count.</p>}
    </div>
  )
}
