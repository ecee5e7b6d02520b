import { type Draft, isTooLongForMailto } from '@/lib/actions/model/hand-off'
import type { Mp } from '@/lib/members/model/seat'
import { CopyButton } from './copy-button'
import type { CopyProps } from '../site/section-props'

const webmails = [
  { target: 'gmail', name: 'Gmail' },
  { target: 'outlook', name: 'Outlook' },
  { target: 'yahoo', name: 'Yahoo' },
]

/** The ways to send an email: the main one first, the rest in labelled groups. */
export function EmailButtons({ mp, draft, copy, copied }: CopyProps & { mp: Mp; draft: Draft }) {
  return (
    <div className="ways">
      {mp.email && (
        <>
          <button type="submit" name="target" value="mailto">
            {isTooLongForMailto(mp, draft) ? 'Copy it and open your email app' : 'Open in your email app'}
          </button>
          <div className="way" role="group" aria-labelledby="webmail-label">
            <p id="webmail-label">Or use webmail</p>
            <div className="buttons">
              {webmails.map(({ target, name }) => (
                <button key={target} type="submit" name="target" value={target} className="quiet">
                  {name}
                </button>
              ))}
            </div>
          </div>
        </>
      )}
      <div className="way" role="group" aria-labelledby="letter-label">
        <p id="letter-label">{mp.email ? 'Or send a letter' : 'Send a letter'}</p>
        <div className="buttons">
          <button type="submit" name="target" value="letter" className={mp.email ? 'quiet' : undefined}>
            Print a letter
          </button>
        </div>
      </div>
      <div className="way needs-script" role="group" aria-labelledby="copy-label">
        <p id="copy-label">Or copy it</p>
        <div className="buttons">
          {mp.email && <CopyButton field="to" name="address" copy={copy} copied={copied} />}
          <CopyButton field="subject" name="subject" copy={copy} copied={copied} />
          <CopyButton field="body" name="email" copy={copy} copied={copied} />
        </div>
      </div>
    </div>
  )
}
