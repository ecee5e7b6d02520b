import type { RefObject } from 'react'
import type { RuleFormState } from '@/lib/domain/rule-form'

type Props = { state: RuleFormState; id: string; answer: RefObject<HTMLDivElement | null> }

/** What a rule's form was answered, above it; each problem leads to its field. */
export function FormAnswer({ state, id, answer }: Props) {
  if (!state || state.outcome === 'ready' || state.outcome === 'conflict') return null
  const problems = state.outcome === 'refused' ? state.problems : []
  const words = {
    refused: state.outcome === 'refused' ? state.message : '',
    shown: 'The preview is below the form. Nothing is saved yet.',
    merged: 'This is what you chose. Go on writing, then save it: nothing is saved yet.',
  }
  return (
    <div ref={answer} className="staff-answer" data-outcome={state.outcome === 'refused' ? 'refused' : 'done'} tabIndex={-1} autoFocus role="group" aria-label={state.outcome === 'refused' ? 'There is a problem' : 'Not saved yet'}>
      <p>{words[state.outcome]}</p>
      {problems.length > 0 && (
        <ul>
          {problems.map(({ field, message }) => (
            <li key={field}>
              <a href={`#${id}-${field}`}>{message}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
