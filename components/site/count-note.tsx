import type { ReportOutcome } from '../letter/report-queue'

/** Says when a message isn't in the counts, and why. The message itself went ahead all the same. */
export function CountNote({ count }: { count: ReportOutcome | null }) {
  return (
    <div role="status" className="count-note" data-count={count ?? undefined}>
      {count === 'held' && (
        <p>
          Your message isn’t affected. A lot of messages have come from your internet connection today, as can happen at
          a school or on a mobile network, so someone from the campaign will take a look before we count yours.
        </p>
      )}
      {count === 'refused' && <p>We couldn’t count this message just now. The message itself isn’t affected.</p>}
      {count === 'not-opened' && (
        <p>We only count a message as sent on the day it was opened here, so this one isn’t in the count.</p>
      )}
      {count === 'queued' && (
        <p>
          We can’t add this message to our count just now, so this page will keep trying. The message itself isn’t
          affected.
        </p>
      )}
    </div>
  )
}
