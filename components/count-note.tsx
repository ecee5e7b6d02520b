import type { ReportOutcome } from './report-queue'

/** Says so when a message is not in the counts, and why. It has gone on all the same. */
export function CountNote({ count }: { count: ReportOutcome | null }) {
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
      {count === 'kept' && <p>We can’t reach our counter just now, so this page will try again by itself. The message itself isn’t affected.</p>}
    </div>
  )
}
