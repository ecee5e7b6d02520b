import type { HandOffState } from '@/app/take-action/[slug]/actions'
import type { Channel } from '@/lib/domain/channel'

const names = { x: 'X', bluesky: 'Bluesky', email: 'your email app', copy: '' }

/** The answer to a form without JavaScript: an edited text travels in this link, in the page only. */
export function ComposedText({ state, channels }: { state: HandOffState; channels: Channel[] }) {
  if (state?.outcome !== 'composed' || !channels.includes(state.channel)) return null
  return (
    <p className="summary" data-outcome="composed">
      Your own words are ready. <a href={state.url}>Open them in {names[state.channel]}</a>, or copy the text below.
    </p>
  )
}
