'use client' // for useActionState: rendered on the server, hydrated nowhere

import { useActionState } from 'react'
import type { ConfirmState } from '@/lib/letters/model/confirm'
import { maxBodyLength } from '@/lib/letters/model/content'

type Props = {
  token: string
  mpName: string
  subject: string
  body: string
  sender: string
  submit: (previous: ConfirmState, form: FormData) => Promise<ConfirmState>
}

/** A waiting letter: to read, to change, to confirm, or to cancel. */
export function ConfirmForm({ token, mpName, sender, submit, ...letter }: Props) {
  const [state, send] = useActionState(submit, null)
  const { subject, body } = state ?? letter
  return (
    <form action={send} className="confirm-form">
      {state && <Answer state={state} mpName={mpName} />}
      <input type="hidden" name="token" value={token} />
      <div className="field">
        <label htmlFor="subject">Subject</label>
        <input id="subject" name="subject" autoComplete="off" maxLength={200} defaultValue={subject} />
      </div>
      <div className="field">
        <label htmlFor="body">Your letter</label>
        <p className="hint" id="body-hint">
          Change it if you like. It goes out as it stands here.
        </p>
        <textarea
          id="body"
          name="body"
          autoComplete="off"
          rows={18}
          maxLength={maxBodyLength}
          defaultValue={body}
          aria-describedby="body-hint"
        />
      </div>
      <p className="fine confirm-sender">{`From: ${sender}`}</p>
      <div className="buttons">
        <button type="submit" name="press" value="confirm">
          Confirm and send
        </button>
        <button type="submit" name="press" value="cancel" className="quiet">
          Cancel and erase it
        </button>
      </div>
    </form>
  )
}

function Answer({ state, mpName }: { state: NonNullable<ConfirmState>; mpName: string }) {
  return (
    <div className="summary" data-outcome={state.outcome} tabIndex={-1} autoFocus>
      {state.outcome === 'refused' && (
        <ul>
          {state.problems.map(({ field, message }) => (
            <li key={field}>
              <a href={`#${field}`}>{message}</a>
            </li>
          ))}
        </ul>
      )}
      {state.outcome === 'too-soon' && (
        <p>
          You’ve had a letter sent to {mpName} in the last seven days, so this one can’t go out now. Offices read one
          letter from each person more carefully than two. You can copy this text and send it from your own email.
        </p>
      )}
      {state.outcome === 'limited' && <p>That was a lot of presses. Wait a minute and try again.</p>}
    </div>
  )
}
