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
  /** Of the button, for those who do not see what stands around it. */
  label?: string
  isQuiet?: boolean
  children?: ReactNode
}

/** A form of the staff's desk. It works without JavaScript; with it, only the answer changes. */
export function StaffForm({ action, ...rest }: Props) {
  const [state, send, isPending] = useActionState(action, null)
  const { scripted } = useStaffAnswer(state)
  return <FormBody state={state} send={send} isPending={isPending} scripted={scripted} {...rest} />
}
