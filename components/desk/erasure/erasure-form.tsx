'use client'

import { useActionState, useId } from 'react'
import { countFound, type FoundPerson, manyPlaces } from '@/lib/desk/model/erasure'
import type { StaffFormState } from '@/lib/shared/model/form'
import { AnswerBox } from '../answer-box'
import { FormField } from '../form-field'
import { useStaffAnswer } from '../use-answer'
import { FoundPlaces } from './found-places'

type Values = Record<string, string>

/**
 * What the form answers. Nothing personal is in `done`, since such answers are kept for a day. `isAgain`: it should have
 * been erased, but there is something else by now.
 */
export type ErasureState =
  | null
  | Extract<StaffFormState, { outcome: 'refused' | 'done' }>
  | ({ outcome: 'found'; values: Values; isAgain: boolean } & FoundPerson)

type Props = { action: (previous: ErasureState, form: FormData) => Promise<ErasureState> }

// As searches, so that the browser doesn’t keep what is typed.
const fields = [
  { name: 'name', label: 'Their name', type: 'search' },
  { name: 'email', label: 'Their email address', type: 'search' },
  {
    name: 'word',
    label: 'Anything else that only they would have',
    type: 'search',
    hint: 'Such as a phone number or a nickname. Leave empty what you don’t need.',
  },
] as const

/** Looks for a person’s data, shows where it is, and erases it when that is confirmed. */
export function ErasureForm({ action }: Props) {
  const [state, send, isPending] = useActionState(action, null)
  const { scripted } = useStaffAnswer(state)
  const id = useId()
  const values = state?.outcome === 'refused' ? state.values : {}
  const problems = state?.outcome === 'refused' ? state.problems : []
  const toErase = state?.outcome === 'found' ? countFound(state.found) : 0
  return (
    <form action={send} className="staff-form" noValidate>
      {scripted}
      {(state?.outcome === 'refused' || state?.outcome === 'done') && (
        <AnswerBox of={state} outcome={state.outcome} message={state.message} problems={problems} formId={id} />
      )}
      {state?.outcome !== 'found' &&
        fields.map((field) => (
          <FormField
            key={field.name}
            id={`${id}-${field.name}`}
            field={{ ...field, value: values[field.name] ?? '', autoComplete: 'off' }}
            problem={problems.find((problem) => problem.field === field.name)?.message}
          />
        ))}
      {state?.outcome === 'found' && (
        <>
          <AnswerBox of={state} outcome="done" label="Where it is" message={describeFound(state)} />
          {Object.entries(state.values).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <input type="hidden" name="seen" value={state.seen} />
          <FoundPlaces {...state} />
        </>
      )}
      {toErase >= manyPlaces && (
        <p>
          <strong>That’s a lot of places.</strong> Look at what was found: a word that others use too is erased for them
          as well.
        </p>
      )}
      {toErase > 0 && <p>“(erased)” stands in its place then, and it can’t be brought back.</p>}
      {state?.outcome !== 'found' && (
        <button type="submit" aria-disabled={isPending}>
          Look for it
        </button>
      )}
      {toErase > 0 && (
        <button type="submit" name="do" value="erase" aria-disabled={isPending}>
          Erase it from {toErase === 1 ? '1 place' : `${toErase.toLocaleString('en-GB')} places`} for good
        </button>
      )}
      {state?.outcome === 'found' && (
        <p className="buttons">
          <a href="/staff/erasure">Look for something else</a>
        </p>
      )}
    </form>
  )
}

function describeFound({ live, found, letters, isAgain }: FoundPerson & { isAgain: boolean }): string {
  if (isAgain && live.length + found.length === 0) return 'Nothing was erased now: it is nowhere any more.'
  if (isAgain) return 'Nothing is erased: what is found has changed since you looked. This is where it is now.'
  if (live.length + found.length + letters === 0)
    return 'We found it nowhere, as you wrote it. Try the surname alone, and other spellings.'
  return 'This is where it is. Nothing is erased yet.'
}
