'use client'

import { useActionState } from 'react'
import type { SearchState } from '@/lib/members/model/search-seats'
import { SeatList } from './seat-list'

type Props = { action: (previous: SearchState, form: FormData) => Promise<SearchState> }

/** The constituency search, with its results below. */
export function SeatSearch({ action }: Props) {
  const [state, submit] = useActionState(action, null)
  return (
    <>
      <form action={submit} className="field">
        <label htmlFor="query">Constituency or MP’s name</label>
        <div className="field-row">
          <input id="query" name="query" maxLength={100} spellCheck={false} defaultValue={state?.query ?? ''} />
          <button type="submit">Search</button>
        </div>
      </form>
      {state && (
        <div tabIndex={-1} autoFocus className="results" role="group" aria-labelledby="results-heading">
          <h2 id="results-heading">{composeHeading(state)}</h2>
          {state.error === 'postcode' && (
            <p>
              That looks like a postcode. <a href="/take-action">Enter it here instead</a>.
            </p>
          )}
          {state.error === null && state.found === 0 && (
            <p>Try a part of the name, such as the nearest town. Or choose a part of the country below.</p>
          )}
          {state.found > state.seats.length && (
            <p>These are the first {state.seats.length}. Type more to narrow them down.</p>
          )}
          {state.found > 0 && <SeatList seats={state.seats} />}
        </div>
      )}
    </>
  )
}

function composeHeading({ query, error, found }: NonNullable<SearchState>): string {
  if (error === 'limited') return 'Too many searches from your connection. Wait a minute and try again'
  if (error === 'empty') return 'Type a name to search for'
  if (found === 0) return `Nothing found for “${query}”`
  return found === 1 ? '1 seat found' : `${found} seats found`
}
