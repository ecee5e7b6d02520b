'use client'

import { useActionState, useEffect, useRef } from 'react'
import { type SearchState, submitSearch } from '@/app/find/actions'
import { SeatList } from './seat-list'

/** The picker's search, with what it found below it. */
export function SeatSearch() {
  const [state, submit] = useActionState<SearchState, FormData>(submitSearch, null)
  const results = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state) results.current?.focus()
  }, [state])

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
        <div ref={results} tabIndex={-1} className="results" role="group" aria-labelledby="results-heading">
          <h2 id="results-heading">{composeHeading(state.seats.length, state.query)}</h2>
          {state.seats.length === 0 ? (
            <p>Try a part of the name, such as the nearest town. Or choose a part of the country below.</p>
          ) : (
            <SeatList seats={state.seats} />
          )}
        </div>
      )}
    </>
  )
}

function composeHeading(found: number, query: string): string {
  if (found === 0) return `Nothing found for “${query}”`
  return found === 1 ? '1 seat found' : `${found} seats found`
}
