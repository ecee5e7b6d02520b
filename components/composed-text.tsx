import type { HandOffState } from '@/lib/domain/hand-off'

const names = { x: 'X', bluesky: 'Bluesky', email: 'your email app', letter: '', copy: '' }

/**
 * The answer to a form without JavaScript, first on the page: an edited text travels in this link, in
 * the page only. autoFocus brings it into view.
 */
export function ComposedText({ state }: { state: HandOffState }) {
  switch (state?.outcome) {
    case 'composed':
      return (
        <p className="summary" data-outcome="composed">
          One more step: your own words are ready.{' '}
          <a href={state.url} autoFocus>
            Open them in {names[state.channel]}
          </a>
          , or copy the text from below.
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
