'use client'

import { useEffect, useRef } from 'react'
import type { SearchState } from '@/lib/members/model/search-seats'
import { rememberSourceTag } from '../letter/source-tag'
import { SeatList } from './seat-list'
import { useAnswer } from '../forms/use-answer'

type Props = { action: (previous: SearchState, form: FormData) => Promise<SearchState> }

const composeMissing = (form: FormData) => ({
  query: String(form.get('query')),
  error: 'unanswered' as const,
  seats: [],
  found: 0,
})

/** The constituency search, with its results below. */
export function SeatSearch({ action }: Props) {
  const [state, submit] = useAnswer(action, composeMissing)
  const results = useRef<HTMLDivElement>(null)
  useEffect(() => void rememberSourceTag(), [])
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
        <div ref={results} tabIndex={-1} autoFocus className="results" role="group" aria-labelledby="results-heading">
          <h2 id="results-heading">{composeHeading(state)}</h2>
          {state.error === 'postcode' && (
            <p>
              That looks like a postcode. <a href="/take-action">Enter it here instead</a>.
            </p>
          )}
          {state.error === 'unanswered' && (
            <p>
              Either many people are using this site at once, or you’re offline. Wait half a minute, then press “Search”
              again. If that doesn’t help, reload the page.
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
  if (error === 'unanswered') return 'We couldn’t search just now'
  if (error === 'empty') return 'Type a name to search for'
  if (found === 0) return `Nothing found for “${query}”`
  return found === 1 ? '1 seat found' : `${found} seats found`
}
