import { maxTextLength } from '@/lib/actions/model/hand-off'
import type { Details } from '@/lib/messages/model/visitor-details'
import { DetailsFields } from './details-fields'
import { EmailButtons } from './email-buttons'
import type { SectionProps } from '../site/section-props'
import { TextArea } from '../forms/text-area'
import { useDebounced } from '../forms/use-debounced'

type Props = SectionProps & {
  details: Details
  setDetail: (field: keyof Details, value: string) => void
  clear: () => void
  isBodyOwn: boolean
  isNudged: boolean
}

/**
 * The email with the visitor's details and words merged in, then the ways to send it: mail program, webmail, letter or
 * copy.
 */
export function EmailSection({ mp, isSupporter, draft, setText, copy, copied, children, ...own }: Props) {
  const { details, setDetail, clear, isBodyOwn, isNudged } = own
  const debouncedBody = useDebounced(draft.body)
  return (
    <section className="message" aria-labelledby="email-heading">
      <h2 id="email-heading" tabIndex={-1}>
        <span className="step">3</span> {isSupporter ? 'Send a thank-you email' : 'Send an email'}
      </h2>
      <DetailsFields details={details} setDetail={setDetail} clear={clear} />
      <p>
        <strong>To:</strong>{' '}
        {mp.email ?? `Parliament lists no email address. Post it to ${mp.name} MP, House of Commons, London SW1A 0AA.`}
      </p>
      <label htmlFor="subject">Subject</label>
      <input
        id="subject"
        name="subject"
        maxLength={maxTextLength}
        value={draft.subject}
        onChange={(event) => setText('subject', event.target.value)}
      />
      <label htmlFor="body">Your email</label>
      <TextArea
        id="body"
        name="body"
        rows={18}
        maxLength={maxTextLength}
        value={isBodyOwn ? draft.body : debouncedBody}
        onChange={(event) => setText('body', event.target.value)}
      />
      {isBodyOwn && (
        <p>
          You have changed the email by hand, so what you type above no longer goes into it.{' '}
          <button type="button" className="link" onClick={() => setText('body', null)}>
            Start again from our text
          </button>
        </p>
      )}
      <p role="status" className={isNudged ? 'nudge' : undefined}>
        {isNudged &&
          'Emails that are all the same count for less. One sentence of your own, above, makes yours count. Or press the button again to send it as it is.'}
      </p>
      <EmailButtons mp={mp} draft={draft} copy={copy} copied={copied} />
      {children}
    </section>
  )
}
