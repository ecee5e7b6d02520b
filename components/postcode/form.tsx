'use client'

import { useEffect, useRef } from 'react'
import type { FindMpState } from '@/lib/postcodes/words'
import { rememberSourceTag } from '../letter/source-tag'
import { setTabItem } from '../letter/tab-storage'
import { useAnswer } from '../forms/use-answer'
import { useIsScripted } from '../forms/use-is-scripted'

type Props = {
  action: (previous: FindMpState, form: FormData) => Promise<FindMpState>
  /** The field's id; a page with two of these forms needs two. */
  id?: string
}

const composeMissing = (form: FormData) => ({
  outcome: 'unanswered' as const,
  value: String(form.get('postcode')),
  heading: 'We couldn’t look that up just now',
  fieldError: null,
  paragraphs: [
    'Either many people are using this site at once, or you’re offline. Your postcode is still below. Wait half a minute, then press “Find my MP” again. If that doesn’t help, reload the page.',
  ],
  links: [],
})

/** The start of the journey: a postcode, sent by POST, with errors above the form and beside the field. */
export function PostcodeForm({ action, id = 'postcode' }: Props) {
  const [state, submit, isPending] = useAnswer(action, composeMissing)
  const isScripted = useIsScripted()
  const summary = useRef<HTMLDivElement>(null)
  const typed = useRef('')
  const shown = state?.outcome === 'ready' ? null : state
  useEffect(() => void rememberSourceTag(), [])
  useEffect(() => {
    if (state?.outcome === 'ready') {
      // For the email's signature; it never leaves this tab.
      setTabItem('sender_postcode', typed.current.toUpperCase())
      window.location.assign(state.href)
    }
    if (shown) summary.current?.focus()
    const title = document.title.replace(/^Error: /, '')
    document.title = state && 'fieldError' in state && state.fieldError ? `Error: ${title}` : title
  }, [state, shown])

  return (
    <form
      action={submit}
      onSubmit={(event) => void (typed.current = String(new FormData(event.currentTarget).get('postcode')))}
      className="postcode-form"
      noValidate
    >
      {isScripted && <input type="hidden" name="scripted" value="yes" />}
      {shown && (
        // Without JavaScript, autoFocus does what the effect does with it.
        <div
          ref={summary}
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
          <button type="submit" aria-disabled={isPending}>
            Find my MP
          </button>
        </div>
      </div>
    </form>
  )
}
