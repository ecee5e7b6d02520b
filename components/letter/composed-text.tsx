import type { ReactNode } from 'react'
import { type HandOffState, stepOf, type Target } from '@/lib/actions/model/hand-off'
import { CountNote } from '../site/count-note'

const names: Record<Target, string> = {
  x: 'X',
  bluesky: 'Bluesky',
  mailto: 'your email app',
  gmail: 'Gmail',
  outlook: 'Outlook',
  yahoo: 'Yahoo',
  letter: '',
}

/**
 * The result of a form submitted without JavaScript, above the messages: an edited text is carried in this link,
 * within the page only. autoFocus scrolls it into view. `next` says what comes next.
 */
export function ComposedText({ state, next }: { state: HandOffState; next: ReactNode }) {
  switch (state?.outcome) {
    case 'composed':
      return (
        <div className="summary" data-outcome="composed" tabIndex={-1} autoFocus={state.url === null}>
          <p>
            {state.url === null ? (
              'Your letter is below. Print this page: only the letter comes out.'
            ) : (
              <>
                One more step: your own words are ready.{' '}
                <a href={state.url} autoFocus>
                  Open them in {names[state.target]}
                </a>
                , or copy the text from below.
              </>
            )}
          </p>
          {stepOf(state.target) === 'email' && (
            <p>
              Have you sent it? <a href="#email-sent">Tell us</a>, so that it counts as sent.
            </p>
          )}
          <CountNote count={state.count} />
          {next}
        </div>
      )
    case 'confirmed':
      return (
        <div className="summary" data-outcome="confirmed" tabIndex={-1} autoFocus>
          <p>Thank you for telling us that you sent your message.</p>
          <CountNote count={state.count} />
          {next}
        </div>
      )
    case 'limited':
      return (
        <p className="summary" data-outcome="limited" tabIndex={-1} autoFocus>
          Too many messages were opened from your connection in a short time. Your text is still below: copy it, or wait
          a minute and try again.
        </p>
      )
    case 'refused':
      return (
        <p className="summary" data-outcome="refused" tabIndex={-1} autoFocus>
          We could not open that. Your text is still below: copy it, or load the page again and try once more.
        </p>
      )
    default:
      return null
  }
}
