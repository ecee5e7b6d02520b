import type { Mp } from '@/lib/members/model/seat'

const webmails = [
  { target: 'gmail', name: 'Gmail' },
  { target: 'outlook', name: 'Outlook' },
  { target: 'yahoo', name: 'Yahoo' },
]

/** One button to send the letter, which stays in view on phones, and the other ways behind one more press. */
export function SendBar({ mp, isSentHere }: { mp: Mp; isSentHere: boolean }) {
  const main = isSentHere
    ? { target: 'here', text: 'Send it for me' }
    : mp.email
      ? { target: 'mailto', text: 'Send my letter' }
      : { target: 'letter', text: 'Print my letter' }
  return (
    <div id="send" className="send">
      <div id="nudge" className="nudge" role="status" tabIndex={-1} />
      <div id="send-ways" className="send-row">
        <button type="submit" name="target" value={main.target} id="send-main">
          {main.text}
        </button>
        {isSentHere && (
          <button type="submit" name="target" value="mailto" className="quiet" id="send-own">
            Use my own email app
          </button>
        )}
        <details className="other-ways">
          <summary>Other ways</summary>
          <div className="other-ways-list">
            {mp.email && (
              <>
                <p>Open it in your webmail</p>
                <div className="buttons">
                  {webmails.map(({ target, name }) => (
                    <button key={target} type="submit" name="target" value={target} className="quiet">
                      {name}
                    </button>
                  ))}
                </div>
              </>
            )}
            <div className="buttons">
              <button type="button" className="quiet" data-copy="letter" data-needs-script hidden>
                Copy the letter
              </button>
              {mp.email && (
                <>
                  <button type="button" className="quiet" data-copy="address" data-needs-script hidden>
                    Copy the address
                  </button>
                  <button type="submit" name="target" value="letter" className="quiet">
                    Print it as a letter
                  </button>
                </>
              )}
            </div>
          </div>
        </details>
      </div>
      <p id="send-note" className="fine send-note">
        {isSentHere
          ? 'We email you a copy first, and send it when you confirm.'
          : mp.email
            ? 'It opens in your own email. Nothing is sent until you press Send there.'
            : 'Print it, sign it and post it to your MP at the House of Commons.'}
      </p>
      <p id="send-status" role="status" className="send-status" />
    </div>
  )
}
