'use server'

import { refuseForm, type StaffFormState } from '@/lib/shared/model/form'
import { createSourceLink } from '@/lib/actions/source-links'
import { openPage, readFields } from '../../_request/read-form'
import { requireStaff } from '../../_request/require-staff'

/** Creates a link for a partner or a newsletter. */
export async function submitSource(_previous: unknown, form: unknown): Promise<StaffFormState> {
  const staff = await requireStaff('editor')
  const fields = readFields(form)
  const { tag = '', label = '' } = fields
  const answer = await createSourceLink({ tag, label }, { actor: staff, now: new Date() })
  if (answer.outcome === 'refused') return refuseForm('The link was not made.', answer.problems, fields)
  if (answer.outcome === 'taken')
    return refuseForm(
      'The link was not made.',
      [{ field: 'tag', message: 'There is already a link with this tag. Choose another.' }],
      fields,
    )
  return openPage('/staff/figures/sources?done=created', fields)
}
