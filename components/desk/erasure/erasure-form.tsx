'use client'

import { useActionState, useId } from 'react'
import { describeAction } from '@/lib/audit/words'
import { type Found, placeWords } from '@/lib/desk/model/erasure'
import type { StaffFormState } from '@/lib/shared/model/form'
import { formatMoment } from '@/lib/shared/model/uk-time'
import { AnswerBox } from '../answer-box'
import { FormField } from '../form-field'
import { useStaffAnswer } from '../use-answer'

type Values = Record<string, string>

/** What the form answers. Nothing personal is in `done`, since such answers are kept for a day. */
export type ErasureState =
  null | Extract<StaffFormState, { outcome: 'refused' | 'done' }> | { outcome: 'found'; values: Values; found: Found[] }

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
  const toErase = state?.outcome === 'found' ? state.found.filter(({ place }) => place !== 'staff') : []
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
          <AnswerBox
            of={state}
            outcome="done"
            label="Where it is"
            message={
              state.found.length === 0
                ? 'We found it nowhere. Try another spelling.'
                : 'This is where it is. Nothing is erased yet.'
            }
          />
          {Object.entries(state.values).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {state.found.map(({ place, count, extracts }) => (
            <section key={place}>
              <h2>
                {placeWords[place]} ({count})
              </h2>
              <ul>
                {extracts.map(({ text, at, action }, index) => (
                  <li key={index}>
                    {at && `${formatMoment(new Date(at))}, ${describeAction(action ?? '')}: `}
                    <bdi>{text}</bdi>
                  </li>
                ))}
              </ul>
              {count > extracts.length && <p>And {count - extracts.length} more.</p>}
              {place === 'supporters' && (
                <p>
                  A supporter who has it in their name leaves the wall, and loses their name, link, constituency and
                  logo.
                </p>
              )}
              {place === 'staff' && (
                <p>
                  Not erased here: <a href="/staff/people">remove them from the staff</a>.
                </p>
              )}
            </section>
          ))}
        </>
      )}
      {toErase.length > 0 && <p>All of it is replaced by “(erased)”, and can’t be brought back.</p>}
      {state?.outcome !== 'found' && (
        <button type="submit" aria-disabled={isPending}>
          Look for it
        </button>
      )}
      {toErase.length > 0 && (
        <button type="submit" name="do" value="erase" aria-disabled={isPending}>
          Erase all of this for good
        </button>
      )}
      {state?.outcome === 'found' && (
        <p>
          <a href="/staff/erasure">Look for something else</a>
        </p>
      )}
    </form>
  )
}
