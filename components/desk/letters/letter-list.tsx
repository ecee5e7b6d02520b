import type { ReactNode } from 'react'
import { stateWords, describeReason } from '@/lib/letters/words'
import type { LetterState } from '@/lib/letters/model/state'
import { Moment } from '../moment'

type Listed = {
  id: string
  state: LetterState
  constituency: string
  isChase: boolean
  confirmedAt: Date | null
  nextTryAt: Date | null
  tries: number
  reason: string | null
}

/** Letters that wait or were refused, each with why: without its text or anything about its visitor. */
export function LetterList({ letters, retry }: { letters: Listed[]; retry: (id: string) => ReactNode }) {
  return (
    <ul className="staff-cards">
      {letters.map(({ id, state, constituency, isChase, confirmedAt, nextTryAt, tries, reason }) => (
        <li key={id}>
          <h3>
            {constituency}
            {isChase && ' (asks again)'}
          </h3>
          <p>
            {stateWords[state]}: {describeReason(reason)}. {tries === 1 ? '1 try' : `${tries} tries`}
            {confirmedAt && (
              <>
                , confirmed <Moment at={confirmedAt} />
              </>
            )}
            {nextTryAt && (
              <>
                , due <Moment at={nextTryAt} />
              </>
            )}
            .
          </p>
          {retry(id)}
        </li>
      ))}
    </ul>
  )
}
