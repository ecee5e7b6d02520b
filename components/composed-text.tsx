import type { HandOffState } from '@/app/take-action/[slug]/actions'

const names = { x: 'X', bluesky: 'Bluesky', email: 'your email app', copy: '' }

/** The answer to a form without JavaScript: an edited text travels in this link, in the page only. */
export function ComposedText({ state }: { state: HandOffState }) {
  switch (state?.outcome) {
    case 'composed':
      return (
        <div className="summary" data-outcome="composed">
          <p>
            Your own words are ready. <a href={state.url}>Open them in {names[state.channel]}</a>, or copy the text below.
          </p>
        </div>
      )
    case 'invalid':
      return (
        <div className="summary" data-outcome="refused">
          <p>We could not open that. Shorten the text if it is very long, and try again.</p>
        </div>
      )
    default:
      return null
  }
}
