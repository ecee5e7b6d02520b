'use client'

import { useActionState } from 'react'
import { formatFields } from '@/lib/shared/model/conflict'
import type { MergingFormState, StaffField } from '@/lib/shared/model/form'
import { FormBody } from './form-body'
import { FormField } from './form-field'
import { type MergeField, MergeView } from './merge-view'
import { useStaffAnswer } from './use-answer'

export type MergingFormAction = (previous: MergingFormState, form: FormData) => Promise<MergingFormState>

type Props = { action: MergingFormAction; fields: StaffField[]; submit: string }

/**
 * A form for data that several people may edit at once. If someone else has saved first, it becomes a merge view. Hidden
 * inputs, such as the version, and files are not merged.
 */
export function MergingForm({ action, fields, submit }: Props) {
  const [state, send, isPending] = useActionState(action, null)
  const { scripted } = useStaffAnswer(state)
  const form = { send, isPending, scripted }
  const merged = fields.filter(({ type }) => type !== 'hidden' && type !== 'file')
  if (state?.outcome === 'conflict')
    return (
      <MergeView conflict={state} fields={merged.map(describeField)} submit="Save what I chose" {...form}>
        {fields
          .filter(({ type }) => type === 'file')
          .map((field) => (
            <FormField
              key={field.name}
              id={`merge-${field.name}`}
              field={{ ...field, hint: `If you chose a file, choose it again. ${field.hint ?? ''}` }}
              problem={undefined}
            />
          ))}
      </MergeView>
    )
  const base = formatFields(Object.fromEntries(merged.map(({ name, value = '' }) => [name, value])))
  return <FormBody state={state} fields={fields} hidden={{ base }} submit={submit} {...form} />
}

function describeField({ name, label, type, options }: StaffField): MergeField {
  return {
    name,
    label,
    describe: (text) =>
      type === 'select'
        ? (options?.find(({ value }) => value === text)?.text ?? text)
        : type === 'datetime-local'
          ? text.replace('T', ' at ')
          : text,
  }
}
