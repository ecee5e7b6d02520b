import type { HandOffState, Target } from '@/lib/domain/hand-off'

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
 * The answer to a form without JavaScript, first on the page: an edited text travels in this link, in
 * the page only. autoFocus brings it into view.
 */
export function ComposedText({ state }: { state: HandOffState }) {
  switch (state?.outcome) {
    case 'composed':
      return (
        <p className="summary" data-outcome="composed" tabIndex={-1} autoFocus={state.url === null}>
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
      )
    case 'confirmed':
      return (
        <p className="summary" data-outcome="confirmed" tabIndex={-1} autoFocus>
          Thank you. Your message is counted as sent.
        </p>
      )
    case 'limited':
      return (
        <p className="summary" data-outcome="limited" tabIndex={-1} autoFocus>
          Too many messages were opened from your connection in a short time. Your text is still below: copy it, or wait a
          minute and try again.
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
