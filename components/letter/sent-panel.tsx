import { CountNotes } from '../site/count-note'
import type { Mp } from '@/lib/members/model/seat'

/**
 * The question after the letter was opened, since opening isn’t sending, and what happens next. The script shows it in
 * place of the buttons; without JavaScript only the question’s button is there.
 */
export function SentPanel({ mp, isSupporter }: { mp: Mp; isSupporter: boolean }) {
  const verb = mp.email ? 'send' : 'post'
  return (
    <>
      <div id="sent-plain" className="sent-plain">
        <p>Did you {verb} your letter?</p>
        <button type="submit" name="target" value="sent" className="quiet">
          Yes, it’s {mp.email ? 'sent' : 'in the post'}
        </button>
      </div>
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
        </div>
        <p className="fine">
          <a id="open-again" href="#send">
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
        <p className="sent-title" tabIndex={-1}>
          Thank you for standing with these children.
        </p>
        <p>
          Because of people like you, a strong message reaches the government. The fight isn’t finished: here’s what
          happens next.
        </p>
        <ul>
          <li>
            <strong>Expect a reply in about two weeks.</strong> MPs’ offices get hundreds of letters. An automatic
            answer isn’t the reply.
          </li>
          <li>
            <strong>A useful reply says what {mp.name} will do</strong>
            {isSupporter ? ' next.' : ': for example, whether they will write to the Home Secretary.'}
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
          <a href="#post-heading">Now back it up with a public post</a>, or{' '}
          <a href="#friends-heading">ask friends to write too</a>.
        </p>
      </div>
      <CountNotes />
    </>
  )
}
