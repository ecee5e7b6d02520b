'use client'

import { type ReactNode, useActionState, useEffect, useId, useRef } from 'react'
import type { StaffField, StaffFormState } from '@/lib/domain/staff-form'
import { useIsScripted } from '../use-is-scripted'
import { FormField } from './form-field'

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
  const isScripted = useIsScripted()
  const answer = useRef<HTMLDivElement>(null)
  const id = useId()
  useEffect(() => {
    if (state?.outcome === 'ready') window.location.assign(state.href)
    else if (state) answer.current?.focus()
  }, [state])
  const shown = state?.outcome === 'ready' ? null : state
  const problems = shown?.outcome === 'refused' ? shown.problems : []

  return (
    <form action={send} className="staff-form" noValidate>
      {isScripted && <input type="hidden" name="scripted" value="yes" />}
      {shown && (
        <div ref={answer} className="staff-answer" data-outcome={shown.outcome} tabIndex={-1} autoFocus role="group" aria-label={shown.outcome === 'done' ? 'Done' : 'There is a problem'}>
          <p>{shown.message}</p>
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
      )}
      {fields.map((field) => (
        <FormField
          key={field.name}
          id={`${id}-${field.name}`}
          field={shown?.outcome === 'refused' ? { ...field, value: shown.values[field.name] ?? field.value ?? '' } : field}
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
