import type { ReactNode } from 'react'
import type { Problem } from '@/lib/shared/model/result'
import type { SupporterDraft } from '@/lib/supporters/model/draft'
import { typeRules } from '@/lib/supporters/model/field-types'
import { draftFields, supporterFields } from '@/lib/supporters/model/fields'
import { listKinds } from '@/lib/supporters/model/supporter'
import { FormField } from '../form-field'

type Props = { formId: string; draft: SupporterDraft; problems: Problem[]; children: ReactNode }

/** A supporter's fields. CSS hides those that a kind doesn't have, so it works without JavaScript too. */
export function SupporterFields({ formId, draft, problems, children }: Props) {
  return draftFields.map((name) => {
    const { type, max, form } = supporterFields[name]
    const { input } = typeRules[type]
    if (type === 'member')
      return (
        <div key={name} data-for="member">
          {children}
        </div>
      )
    return (
      <div key={name} data-for={form?.isFor}>
        <FormField
          id={`${formId}-${name}`}
          field={{
            name,
            label: form?.label ?? '',
            type: input,
            value: draft[name],
            ...(form?.hint && { hint: form.hint }),
            ...(max && { maxLength: max }),
            ...(type === 'kind' && { options: listKinds('full') }),
          }}
          problem={problems.find((problem) => problem.field === name)?.message}
        />
      </div>
    )
  })
}
