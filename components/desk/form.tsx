'use client'

import { type ReactNode, useActionState } from 'react'
import type { StaffField, StaffFormState } from '@/lib/shared/model/form'
import { FormBody } from './form-body'
import { useStaffAnswer } from './use-answer'

export type StaffFormAction = (previous: StaffFormState, form: FormData) => Promise<StaffFormState>

type Props = {
  action: StaffFormAction
  fields: StaffField[]
  submit: string
  /** The button’s accessible name, for people who can’t see what is around it. */
  label?: string
  isQuiet?: boolean
  /** It is about what is saved: what is typed on the page isn’t part of it, which is asked about. */
  isOfSaved?: boolean
  children?: ReactNode
}

/** A form on the staff desk. It works without JavaScript; with it, the page doesn’t reload for the result. */
export function StaffForm({ action, ...rest }: Props) {
  const [state, send, isPending] = useActionState(action, null)
  const { scripted } = useStaffAnswer(state)
  return <FormBody state={state} send={send} isPending={isPending} scripted={scripted} {...rest} />
}
