import { type ReactNode, useId } from 'react'
import type { MergingFormState, StaffField } from '@/lib/shared/model/form'
import type { Fields } from '@/lib/shared/model/merge'
import { AnswerBox } from './answer-box'
import { CopyLink } from './copy-link'
import { FormField } from './form-field'

type Props = {
  state: Exclude<MergingFormState, { outcome: 'conflict' }>
  send: (form: FormData) => void
  isPending: boolean
  scripted: ReactNode
  fields: StaffField[]
  /** Hidden inputs; the result’s newer values take precedence. */
  hidden?: Fields
  submit: string
  label?: string
  isQuiet?: boolean
  isOfSaved?: boolean
  children?: ReactNode
}

/** A desk form with its latest result above it, filled with the values typed so far. */
export function FormBody({
  state,
  send,
  isPending,
  scripted,
  fields,
  hidden = {},
  submit,
  label,
  isQuiet = false,
  isOfSaved = false,
  children,
}: Props) {
  const id = useId()
  const values = state?.outcome === 'refused' || state?.outcome === 'merged' ? state.values : {}
  const problems = state?.outcome === 'refused' ? state.problems : []
  return (
    <form action={send} className="staff-form" data-of-saved={isOfSaved || undefined} noValidate>
      {scripted}
      {(state?.outcome === 'refused' || state?.outcome === 'done') && (
        <AnswerBox of={state} outcome={state.outcome} message={state.message} problems={problems} formId={id}>
          {state.outcome === 'done' && state.link !== undefined && <CopyLink url={state.link} name="signing in" />}
        </AnswerBox>
      )}
      {state?.outcome === 'merged' && (
        <AnswerBox
          of={state}
          outcome="done"
          label="Not saved yet"
          message="This is what you chose. Nothing is saved yet: save it when you are ready."
        />
      )}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={values[name] ?? value} />
      ))}
      {fields.map((field) => (
        <FormField
          key={field.name}
          id={`${id}-${field.name}`}
          field={{ ...field, value: values[field.name] ?? field.value ?? '' }}
          problem={problems.find((problem) => problem.field === field.name)?.message}
        />
      ))}
      {children}
      <button type="submit" className={isQuiet ? 'quiet' : undefined} aria-disabled={isPending} aria-label={label}>
        {submit}
      </button>
    </form>
  )
}
