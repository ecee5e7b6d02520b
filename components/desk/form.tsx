'use client'

import { type ReactNode, useActionState, useId } from 'react'
import type { StaffField, StaffFormState } from '@/lib/shared/model/form'
import { AnswerBox } from './answer-box'
import { FormField } from './form-field'
import { useStaffAnswer } from './use-answer'

export type StaffFormAction = (previous: StaffFormState, form: FormData) => Promise<StaffFormState>

type Props = {
  action: StaffFormAction
  fields: StaffField[]
  submit: string
  /** Of the button, for those who do not see what stands around it. */
  label?: string
  isQuiet?: boolean
  children?: ReactNode
}

/** A form of the staff's desk. It works without JavaScript; with it, only the answer changes. */
export function StaffForm({ action, fields, submit, label, isQuiet = false, children }: Props) {
  const [state, send, isPending] = useActionState(action, null)
  const { scripted } = useStaffAnswer(state)
  const id = useId()
  const shown = state?.outcome === 'ready' ? null : state
  const problems = shown?.outcome === 'refused' ? shown.problems : []

  return (
    <form action={send} className="staff-form" noValidate>
      {scripted}
      {shown && (
        <AnswerBox of={shown} outcome={shown.outcome} message={shown.message} problems={problems} formId={id} />
      )}
      {fields.map((field) => (
        <FormField
          key={field.name}
          id={`${id}-${field.name}`}
          field={
            shown?.outcome === 'refused' ? { ...field, value: shown.values[field.name] ?? field.value ?? '' } : field
          }
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
