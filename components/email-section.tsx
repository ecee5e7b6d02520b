import { longestText } from '@/lib/domain/hand-off'
import { CopyButton } from './copy-button'
import type { SectionProps } from './section-props'

/** The email: subject and body to make one's own, then the visitor's own mail program, or copy. */
export function EmailSection({ mp, draft, copy, copied }: SectionProps) {
  return (
    <section className="message" aria-labelledby="email-heading">
      <h2 id="email-heading">
        <span className="step">2</span> Send an email
      </h2>
      <p>
        MPs answer the people who live in their constituency, so put your name, address and postcode at the end. No fixed
        address, or afraid to give one? Say that you live in the area and how they can reply. Your own words count most: even
        one sentence.
      </p>
      <p>
        <strong>To:</strong>{' '}
        {mp.email ?? `Parliament lists no email address. Post it to ${mp.name} MP, House of Commons, London SW1A 0AA.`}
      </p>
      <label htmlFor="subject">Subject</label>
      <input id="subject" name="subject" maxLength={longestText} key={draft.subject} defaultValue={draft.subject} />
      <label htmlFor="body">Your email</label>
      <textarea id="body" name="body" rows={18} maxLength={longestText} key={draft.body} defaultValue={draft.body} />
      <div className="buttons">
        {mp.email && (
          <button type="submit" name="channel" value="email">
            Open in your email app
          </button>
        )}
        <CopyButton field="subject" name="subject" copy={copy} copied={copied} />
        <CopyButton field="body" name="email" copy={copy} copied={copied} />
      </div>
    </section>
  )
}
