'use client'

import type { Mp } from '@/lib/domain/seat'
import { composeHandOffUrl, type Draft } from '@/lib/domain/hand-off'
import { ComposedText } from './composed-text'
import { type Counts, useHandOff } from './use-hand-off'

type Props = { slug: string; mp: Mp; draft: Draft; onCounted: (counts: Counts) => void }

/** The email: subject and body to make one's own, then the visitor's own mail program, or copy. */
export function EmailForm({ slug, mp, draft, onCounted }: Props) {
  const { state, submit, onSubmit, copy, status } = useHandOff(slug, onCounted)
  const current = state?.outcome === 'composed' ? state.draft : draft
  const read = (form: HTMLFormElement | FormData | null, field: string) =>
    String((form instanceof FormData ? form : new FormData(form ?? undefined)).get(field))
  const toUrl = (channel: string, fields: FormData) =>
    channel === 'email'
      ? composeHandOffUrl(channel, mp, { ...draft, subject: read(fields, 'subject'), body: read(fields, 'body') })
      : null

  return (
    <form action={submit} onSubmit={(event) => onSubmit(event, toUrl)} className="message" aria-labelledby="email-heading">
      <h2 id="email-heading">
        <span className="step">2</span> Send an email
      </h2>
      <p>
        MPs answer the people who live in their constituency, so put your name, address and postcode at the end. Your own
        words count most: even one sentence.
      </p>
      <ComposedText state={state} />
      <input type="hidden" name="slug" value={slug} />
      <p className="to">
        <strong>To:</strong>{' '}
        {mp.email ?? `Parliament lists no email address. Post it to ${mp.name} MP, House of Commons, London SW1A 0AA.`}
      </p>
      <label htmlFor="subject">Subject</label>
      <input id="subject" name="subject" key={current.subject} defaultValue={current.subject} />
      <label htmlFor="body">Your email</label>
      <textarea id="body" name="body" rows={18} key={current.body} defaultValue={current.body} />
      <div className="buttons">
        {mp.email && (
          <button type="submit" name="channel" value="email">
            Open in your email app
          </button>
        )}
        <button type="button" className="quiet needs-script" onClick={(event) => copy(read(event.currentTarget.form, 'subject'), 'Subject')}>
          Copy the subject
        </button>
        <button type="button" className="quiet needs-script" onClick={(event) => copy(read(event.currentTarget.form, 'body'), 'Email')}>
          Copy the email
        </button>
      </div>
      <p className="copied" role="status">
        {status}
      </p>
    </form>
  )
}
