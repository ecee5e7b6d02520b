import type { Problem } from '@/lib/shared/model/result'
import { logoFileTypes } from '@/lib/supporters/model/logo-file'
import type { LogoWords } from '@/lib/supporters/model/form'
import type { StaffField } from '@/lib/shared/model/form'
import { FormField } from '../form-field'

type Props = { formId: string; words: LogoWords | undefined; problems: Problem[] }

/** The logo of an organisation that is being added. Later it has a form of its own. */
export function NewLogoFields({ formId, words, problems }: Props) {
  const fields: StaffField[] = [
    {
      name: 'logoFile',
      label: 'Logo',
      type: 'file',
      accept: logoFileTypes,
      hint: 'Optional. PNG, JPEG, WebP, AVIF or SVG, at most 5 MB. A white logo gets a dark ground, so that it can be seen. You can add it later, too.',
    },
    {
      name: 'logoAlt',
      label: 'Description of the logo for screen readers',
      value: words?.alt ?? '',
      hint: 'If there is a logo: read out to people who can’t see it, such as: Logo of Unseen, a blue door.',
    },
    {
      name: 'logoPermissionOn',
      label: 'Day on which they allowed us to show the logo',
      type: 'date',
      value: words?.permissionOn ?? '',
    },
  ]
  return fields.map((field) => (
    <div key={field.name} data-for="organisation">
      <FormField
        id={`${formId}-${field.name}`}
        field={field}
        problem={problems.find((problem) => problem.field === field.name)?.message}
      />
    </div>
  ))
}
