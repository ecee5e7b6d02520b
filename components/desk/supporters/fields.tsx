import type { ReactNode } from 'react'
import type { StaffField } from '@/lib/shared/model/form'
import type { Problem } from '@/lib/shared/model/result'
import type { DraftField, SupporterDraft } from '@/lib/supporters/model/draft'
import { listKinds } from '@/lib/supporters/model/supporter'
import { FormField } from '../form-field'

type Props = { formId: string; draft: SupporterDraft; problems: Problem[]; children: ReactNode }

type Field = Omit<StaffField, 'name' | 'value'> & { name: DraftField; isFor?: 'mp' | 'member' }

const fields: Field[] = [
  { name: 'name', label: 'Name on the wall' },
  {
    name: 'constituency',
    label: 'Constituency at signing',
    hint: 'Shown once they are not an MP any more.',
    isFor: 'mp',
  },
  {
    name: 'isFormer',
    label: 'No longer in Parliament',
    type: 'checkbox',
    hint: 'Of an MP found in the directory, the site knows by itself.',
    isFor: 'member',
  },
  { name: 'link', label: 'Link', type: 'url', hint: 'Their own page. Begins with https://', maxLength: 500 },
  {
    name: 'joinedOn',
    label: 'Day of joining',
    type: 'date',
    hint: 'From this day on the wall check looks for changes.',
  },
  { name: 'notes', label: 'Notes', type: 'textarea', hint: 'For staff. Never shown to the public.', maxLength: 5_000 },
]

/** The fields of a supporter. Those that a kind does not have are hidden by the style sheet, also without JavaScript. */
export function SupporterFields({ formId, draft, problems, children }: Props) {
  const show = ({ isFor, ...field }: Field) => {
    const shown = (
      <FormField
        id={`${formId}-${field.name}`}
        field={{ ...field, value: draft[field.name] }}
        problem={problems.find((problem) => problem.field === field.name)?.message}
      />
    )
    return (
      <div key={field.name} data-for={isFor}>
        {shown}
      </div>
    )
  }
  return (
    <>
      {show({ name: 'kind', label: 'Kind', type: 'select', options: listKinds('full') })}
      <div data-for="member">{children}</div>
      {fields.map(show)}
    </>
  )
}
