'use client' // for useActionState: rendered on the server, hydrated nowhere

import { useActionState } from 'react'
import { mailtoUrl } from '@/lib/messages/model/share-links'
import { type ChaseState, type ChaseValues, signChase } from '@/lib/letters/model/chase'

type Props = {
  token: string
  mpName: string
  /** The MP’s; null where there is none. */
  mpEmail: string | null
  constituency: string
  subject: string
  body: string
  /** Whether the site can send it; otherwise it is there to copy. */
  isSentHere: boolean
  submit: (previous: ChaseState, form: FormData) => Promise<ChaseState>
}

const about = [
  { field: 'name', label: 'Your name', autoComplete: 'name', type: 'text' },
  { field: 'postcode', label: 'Your postcode', autoComplete: 'postal-code', type: 'text' },
  { field: 'email', label: 'Your email address', autoComplete: 'email', type: 'email' },
] as const

// The names of fields in a letter’s problems, as they are called here.
const own: Record<string, string> = {
  sender_name: 'name',
  sender_address: 'address',
  sender_postcode: 'postcode',
  sender_email: 'email',
}

/** A short letter that asks the MP again, ready to send. We have erased who wrote the first, so it asks once more. */
export function ChaseForm({ token, mpName, mpEmail, constituency, isSentHere, submit, subject, body }: Props) {
  const [state, send] = useActionState(submit, null)
  const first: ChaseValues = { name: '', address: '', postcode: '', email: '', subject, body }
  const values = state?.values ?? first
  if (!isSentHere)
    return (
      <>
        <p>
          Put your name and address under it, and send it{' '}
          {mpEmail === null ? `to ${mpName}, House of Commons, London SW1A 0AA` : `to ${mpEmail}`}.
        </p>
        {mpEmail !== null && (
          <p>
            <a className="button" href={mailtoUrl({ to: mpEmail, subject, body: signChase(first) })}>
              Open it in my email app
            </a>
          </p>
        )}
        <label htmlFor="chase-text">Or copy it from here</label>
        <textarea id="chase-text" readOnly rows={12} defaultValue={`${subject}\n\n${signChase(first)}`} />
      </>
    )
  if (state?.outcome === 'asked')
    return (
      <div className="summary" data-outcome="asked" tabIndex={-1} autoFocus>
        <p>
          Check your email: we’ve sent a copy to {values.email}. Press “Confirm and send” behind the link in it, and
          your letter goes to {mpName}.
        </p>
      </div>
    )
  return (
    <form action={send} className="confirm-form">
      {state && (
        <div className="summary" data-outcome={state.outcome} tabIndex={-1} autoFocus>
          {state.outcome === 'refused' ? (
            <ul>
              {state.problems.map(({ field, message }) => (
                <li key={field + message}>
                  <a href={`#${own[field] ?? field}`}>{message}</a>
                </li>
              ))}
            </ul>
          ) : (
            <p>
              {state.outcome === 'wrong-constituency'
                ? `That postcode isn’t in ${constituency}. Change it, or copy the letter.`
                : 'We can’t send it right now. Try again in an hour, or copy it into your own email.'}
            </p>
          )}
        </div>
      )}
      <input type="hidden" name="token" value={token} />
      {about.map(({ field, label, ...rest }) => (
        <div key={field} className="field">
          <label htmlFor={field}>{label}</label>
          <input id={field} name={field} maxLength={200} defaultValue={values[field]} {...rest} />
        </div>
      ))}
      <div className="field">
        <label htmlFor="address">Your address, or just your area</label>
        <textarea id="address" name="address" rows={3} maxLength={300} defaultValue={values.address} />
      </div>
      <div className="field">
        <label htmlFor="subject">Subject</label>
        <input id="subject" name="subject" maxLength={200} defaultValue={values.subject} />
      </div>
      <div className="field">
        <label htmlFor="body">Your letter</label>
        <textarea id="body" name="body" rows={12} maxLength={6_000} defaultValue={values.body} />
      </div>
      <button type="submit">Send it for me</button>
    </form>
  )
}
