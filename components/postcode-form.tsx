'use client'

import { useActionState, useEffect, useRef } from 'react'
import { type FindMpState, submitPostcode } from '@/app/take-action/actions'

/** The way in: a postcode, sent by POST, with what went wrong above it and beside the field. */
export function PostcodeForm() {
  const [state, submit, isPending] = useActionState<FindMpState, FormData>(submitPostcode, null)
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!state) return
    summary.current?.focus()
    if (state.fieldError && !document.title.startsWith('Error: ')) document.title = `Error: ${document.title}`
  }, [state])

  return (
    <form action={submit} className="postcode-form" noValidate>
      {state && (
        <div ref={summary} className="summary" data-outcome={state.outcome} tabIndex={-1} role="group" aria-labelledby="summary-heading">
          <h2 id="summary-heading">{state.heading}</h2>
          {state.fieldError && (
            <p>
              <a href="#postcode">{state.fieldError}</a>
            </p>
          )}
          {state.paragraphs.map((text) => (
            <p key={text}>{text}</p>
          ))}
          {state.links.length > 0 && (
            <ul>
              {state.links.map(({ href, text }) => (
                <li key={href}>
                  <a href={href}>{text}</a>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      <div className={state?.fieldError ? 'field field-wrong' : 'field'}>
        <label htmlFor="postcode">Your postcode</label>
        <p className="hint" id="postcode-hint">
          Used once to find your MP, then forgotten.
        </p>
        {state?.fieldError && (
          <p className="field-error" id="postcode-error">
            <span className="visually-hidden">Error: </span>
            {state.fieldError}
          </p>
        )}
        <div className="field-row">
          <input
            id="postcode"
            name="postcode"
            autoComplete="postal-code"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={100}
            defaultValue={state?.value ?? ''}
            aria-invalid={state?.fieldError ? true : undefined}
            aria-describedby={state?.fieldError ? 'postcode-error postcode-hint' : 'postcode-hint'}
          />
          <button type="submit" aria-disabled={isPending}>
            Find my MP
          </button>
        </div>
      </div>
    </form>
  )
}
