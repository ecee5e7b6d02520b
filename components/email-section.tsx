import { isTooLongForMailto, longestText } from '@/lib/domain/hand-off'
import type { Details } from '@/lib/domain/visitor-details'
import { CopyButton } from './copy-button'
import { DetailsFields } from './details-fields'
import type { SectionProps } from './section-props'

type Props = SectionProps & {
  details: Details
  setDetail: (field: keyof Details, value: string) => void
  clear: () => void
  isBodyOwn: boolean
  isNudged: boolean
}

/** The email: the visitor's details and words woven into it, then their own mail program, webmail, a letter or copy. */
export function EmailSection({ mp, draft, setText, copy, copied, details, setDetail, clear, isBodyOwn, isNudged }: Props) {
  return (
    <section className="message" aria-labelledby="email-heading">
      <h2 id="email-heading">
        <span className="step">2</span> Send an email
      </h2>
      <DetailsFields details={details} setDetail={setDetail} clear={clear} />
      <p>
        <strong>To:</strong>{' '}
        {mp.email ?? `Parliament lists no email address. Post it to ${mp.name} MP, House of Commons, London SW1A 0AA.`}
      </p>
      <label htmlFor="subject">Subject</label>
      <input id="subject" name="subject" maxLength={longestText} value={draft.subject} onChange={(event) => setText('subject', event.target.value)} />
      <label htmlFor="body">Your email</label>
      <textarea id="body" name="body" rows={18} maxLength={longestText} value={draft.body} onChange={(event) => setText('body', event.target.value)} />
      {isBodyOwn && (
        <p>
          You have changed the email by hand, so what you type above no longer goes into it.{' '}
          <button type="button" className="link" onClick={() => setText('body', null)}>
            Start again from our text
          </button>
        </p>
      )}
      <p role="status" className={isNudged ? 'nudge' : undefined}>
        {isNudged && 'Emails that are all the same count for less. One sentence of your own, above, makes yours count. Or press the button again to send it as it is.'}
      </p>
      <div className="buttons">
        {mp.email && (
          <>
            <button type="submit" name="target" value="mailto">
              {isTooLongForMailto(mp, draft) ? 'Copy it and open your email app' : 'Open in your email app'}
            </button>
            <button type="submit" name="target" value="gmail" className="quiet">
              Gmail
            </button>
            <button type="submit" name="target" value="outlook" className="quiet">
              Outlook
            </button>
            <button type="submit" name="target" value="yahoo" className="quiet">
              Yahoo
            </button>
          </>
        )}
        <button type="submit" name="target" value="letter" className="quiet">
          Print a letter
        </button>
      </div>
      <div className="buttons">
        {mp.email && <CopyButton field="to" name="address" copy={copy} copied={copied} />}
        <CopyButton field="subject" name="subject" copy={copy} copied={copied} />
        <CopyButton field="body" name="email" copy={copy} copied={copied} />
      </div>
    </section>
  )
}
