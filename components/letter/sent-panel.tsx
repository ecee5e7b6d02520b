import type { Texts } from '@/lib/campaign/model/shipped-texts'
import { CountNotes } from '../site/count-note'
import { Prose } from '../site/prose'
import type { Mp } from '@/lib/members/model/seat'

type ThanksProps = { mp: Pick<Mp, 'name' | 'email'>; isSupporter: boolean; minister: string; thanks: Texts['thanks'] }

/**
 * The question after the letter was opened, since opening isn’t sending, and what happens next. The script shows it in
 * place of the buttons.
 */
export function SentPanel({ mp, isSupporter, minister, thanks }: ThanksProps) {
  const verb = mp.email ? 'send' : 'post'
  return (
    <>
      <div id="sent-question" className="sent" hidden>
        <p className="sent-title" tabIndex={-1}>
          Did you {verb} your letter?
        </p>
        <div className="buttons">
          <button type="button" data-sent="yes">
            Yes, {mp.email ? 'sent' : 'posted'}
          </button>
          <button type="button" className="quiet" data-sent="failed">
            It didn’t open
          </button>
          <button type="button" className="quiet" data-sent="later">
            Not yet
          </button>
          {mp.email && (
            <button type="button" className="quiet" id="copy-address" data-copy="address" hidden>
              Copy the address
            </button>
          )}
        </div>
        <p className="fine">
          <a id="open-again" href="#send" rel="noopener noreferrer">
            Open it again
          </a>
        </p>
      </div>
      <div id="sent-failed" className="sent" hidden>
        <p className="sent-title" tabIndex={-1}>
          Let’s try another way. Your letter is still here.
        </p>
      </div>
      <div id="sent-thanks" className="sent" hidden>
        <Thanks mp={mp} isSupporter={isSupporter} minister={minister} thanks={thanks} />
        <p>
          <button type="button" className="link" data-sent="later">
            I haven’t {mp.email ? 'sent' : 'posted'} it after all
          </button>
        </p>
      </div>
      <CountNotes />
    </>
  )
}

/** The question without JavaScript, below the ways to send: only the visitor knows whether they used one. */
export function SentPlain({ mp }: { mp: Pick<Mp, 'email'> }) {
  return (
    <div id="sent-plain" className="sent-plain">
      <p>Once you have {mp.email ? 'sent' : 'posted'} it, tell us, so that it counts.</p>
      <button type="submit" name="target" value="sent" className="quiet">
        Yes, it’s {mp.email ? 'sent' : 'in the post'}
      </button>
    </div>
  )
}

/** The thanks, and what happens next. */
export function Thanks({ mp, isSupporter, minister, thanks }: ThanksProps) {
  return (
    <>
      <p className="sent-title" tabIndex={-1}>
        {thanks.title}
      </p>
      <Prose text={thanks.text} />
      <ul>
        <li>
          <strong>Expect a reply in about two weeks.</strong> MPs’ offices get hundreds of letters. An automatic answer
          isn’t the reply.
        </li>
        <li>
          <strong>A useful reply says what {mp.name} will do</strong>
          {isSupporter ? ' next.' : `: for example, whether they will raise it with ${minister}.`}
        </li>
        <li>
          <a id="reminder" download="stable-futures-reminder.ics" href="#sent-thanks">
            Add a reminder to your calendar
          </a>{' '}
          for two weeks from now.
        </li>
        <li>
          No reply by then?{' '}
          <button type="button" className="link" data-copy="chase">
            Copy a short letter to send
          </button>
          .<span role="status" id="chase-status" className="chase-status" />
        </li>
      </ul>
      <p>
        Next: <a href="#post-heading">a public post</a>, or <a href="#friends-heading">ask friends to write too</a>.
      </p>
    </>
  )
}
