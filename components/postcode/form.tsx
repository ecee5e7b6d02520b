'use client'

import { useActionState } from 'react'
import type { FindMpState } from '@/lib/postcodes/words'

type Props = {
  action: (previous: FindMpState, form: FormData) => Promise<FindMpState>
  /** The field's id; a page with two of these forms needs two. */
  id?: string
}

/** The start of the journey: a postcode, sent by POST, with errors above the form and beside the field. */
export function PostcodeForm({ action, id = 'postcode' }: Props) {
  const [shown, submit] = useActionState(action, null)
  return (
    <form action={submit} className="postcode-form" noValidate>
      {shown && (
        <div
          className="summary"
          data-outcome={shown.outcome}
          tabIndex={-1}
          autoFocus
          role="group"
          aria-labelledby={`${id}-summary`}
        >
          <h2 id={`${id}-summary`}>{shown.heading}</h2>
          {shown.fieldError && (
            <p>
              <a href={`#${id}`}>{shown.fieldError}</a>
            </p>
          )}
          {shown.paragraphs.map((text) => (
            <p key={text}>{text}</p>
          ))}
          {shown.links.length > 0 && (
            <ul>
              {shown.links.map(({ href, text }) => (
                <li key={href}>
                  <a href={href}>{text}</a>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      <div className={shown?.fieldError ? 'field field-wrong' : 'field'}>
        <label htmlFor={id}>Your postcode</label>
        <p className="hint" id={`${id}-hint`}>
          Used once to find your MP, and not kept.
        </p>
        {shown?.fieldError && (
          <p className="field-error" id={`${id}-error`}>
            <span className="visually-hidden">Error: </span>
            {shown.fieldError}
          </p>
        )}
        <div className="field-row">
          <input
            id={id}
            name="postcode"
            autoComplete="postal-code"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={100}
            defaultValue={shown?.value ?? ''}
            aria-invalid={shown?.fieldError ? true : undefined}
            aria-describedby={shown?.fieldError ? `${id}-error ${id}-hint` : `${id}-hint`}
          />
          <button type="submit">Find my MP</button>
        </div>
      </div>
    </form>
  )
}
