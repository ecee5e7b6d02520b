import { type HandOffState, isTooLong, stepOf, type Target } from '@/lib/actions/model/hand-off'
import { composeDraft } from '@/lib/actions/model/typed'
import { networkNames } from '@/lib/messages/model/post'
import { doubtPostcode, listMissingDetails } from '@/lib/messages/model/visitor-details'
import { CountNote } from '../site/count-note'
import type { LetterProps } from './form'

const names: Partial<Record<Target, string>> = {
  ...networkNames,
  mailto: 'your email app',
  gmail: 'Gmail',
  outlook: 'Outlook',
  yahoo: 'Yahoo',
}

const detailWords = { sender_name: 'your name', sender_postcode: 'your whole postcode' }

/**
 * The answer to the form without JavaScript, above the letter: a text with anything of the visitor’s in it is carried
 * by a link inside the page, never by a redirect. autoFocus scrolls to it.
 */
export function Answer({
  state,
  mp,
  thanks,
  constituency,
  outcodes,
}: { state: HandOffState } & Pick<LetterProps, 'mp' | 'thanks' | 'constituency' | 'outcodes'>) {
  switch (state?.outcome) {
    case 'composed': {
      const missing = listMissingDetails(state.typed.details)
      const doubt = doubtPostcode(state.typed.details, constituency, outcodes)
      return (
        <div
          className="summary"
          data-outcome="composed"
          data-count={state.count}
          tabIndex={-1}
          autoFocus={state.url === null}
        >
          {state.url === null ? (
            <p>Your letter is at the end of this page. Print the page: only the letter comes out.</p>
          ) : (
            <p>
              {`Your ${stepOf(state.target) === 'email' ? 'letter' : 'post'} is ready. `}
              <a href={state.url} autoFocus>
                Open it in {names[state.target]}
              </a>
              {isTooLong(state.target, mp, composeDraft(state.typed))
                ? '. It’s too long for a link, so copy it from below first and paste it there.'
                : ', or copy the text from below.'}
            </p>
          )}
          {missing.length > 0 && stepOf(state.target) === 'email' && (
            <p>
              It doesn’t have {missing.map((name) => detailWords[name]).join(' and ')} yet, and MPs’ offices reply to
              the people they represent. <a href={`#${missing[0]}`}>Add {missing.length > 1 ? 'them' : 'it'}</a> and
              press the button again, or send it as it is.
            </p>
          )}
          {doubt && (
            <p>
              {doubt} <a href="/take-action">Find your own MP</a>
            </p>
          )}
          {stepOf(state.target) === 'email' && (
            <p>
              Did you send it? <a href="#sent-plain">Tell us</a>, so that it counts as sent.
            </p>
          )}
          <CountNote count={state.count} />
        </div>
      )
    }
    case 'confirmed':
      return (
        <div className="summary" data-outcome="confirmed" data-count={state.count} tabIndex={-1} autoFocus>
          <h2>{thanks.title}</h2>
          <p>
            Expect a reply from {mp.name}’s office in about two weeks. Next,{' '}
            <a href="#post-heading">back it up with a public post</a>, or{' '}
            <a href="#friends-heading">ask friends to write too</a>.
          </p>
          <CountNote count={state.count} />
        </div>
      )
    case 'limited':
      return (
        <p className="summary" data-outcome="limited" tabIndex={-1} autoFocus>
          A lot of messages were opened from your internet connection in a short time. Your text is still below: copy
          it, or wait a minute and try again.
        </p>
      )
    case 'refused':
      return (
        <p className="summary" data-outcome="refused" tabIndex={-1} autoFocus>
          We couldn’t open that. Your text is still below: copy it, or try once more.
        </p>
      )
    default:
      return null
  }
}
