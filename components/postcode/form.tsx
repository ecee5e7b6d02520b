'use client'

import { useActionState } from 'react'
import type { FindMpState } from '@/lib/postcodes/words'
import { BoxAnswer } from './answer'

type Props = {
  action: (previous: FindMpState, form: FormData) => Promise<FindMpState>
  /** The field's id; a page with two of these forms needs two. */
  id?: string
  /** The page that answers the form, if it isn't the one that shows it; that page's form needs it too. */
  answeredAt?: string
}

/**
 * The start of the journey: a postcode, or whatever else leads to an MP, sent by POST, with the answer above the form and
 * errors beside the field too.
 */
export function PostcodeForm({ action, id = 'postcode', answeredAt }: Props) {
  const [shown, submit] = useActionState(action, null, answeredAt)
  return (
    <form action={submit} className="postcode-form" noValidate>
      {shown && <BoxAnswer id={id} shown={shown} />}
      {shown?.source && <input type="hidden" name="s" value={shown.source} />}
      <div className={shown?.fieldError ? 'field field-wrong' : 'field'}>
        <label htmlFor={id}>Your postcode</label>
        <p className="hint" id={`${id}-hint`}>
          Or your MP’s name, or the place where you live. We only use this to find your MP. We don’t store it.
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
            maxLength={1000}
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
