'use client'

import { useActionState } from 'react'
import type { FindMpState } from '@/lib/postcodes/words'
import { BoxAnswer } from './answer'

type Props = { action: (previous: FindMpState, form: FormData) => Promise<FindMpState> }

/** The constituency search, which takes whatever the postcode box takes, with its answer above. */
export function SeatSearch({ action }: Props) {
  const [shown, submit] = useActionState(action, null)
  return (
    <form action={submit} noValidate>
      {shown && <BoxAnswer id="query" shown={shown} />}
      <div className={shown?.fieldError ? 'field field-wrong' : 'field'}>
        <label htmlFor="query">Constituency or MP’s name</label>
        <p className="hint" id="query-hint">
          Or a town, a village, or a postcode.
        </p>
        {shown?.fieldError && (
          <p className="field-error" id="query-error">
            <span className="visually-hidden">Error: </span>
            {shown.fieldError}
          </p>
        )}
        <div className="field-row">
          <input
            id="query"
            name="query"
            maxLength={1000}
            spellCheck={false}
            defaultValue={shown?.value ?? ''}
            aria-invalid={shown?.fieldError ? true : undefined}
            aria-describedby={shown?.fieldError ? 'query-error query-hint' : 'query-hint'}
          />
          <button type="submit">Search</button>
        </div>
      </div>
    </form>
  )
}
