'use server'

import { refuseForm, type StaffFormState } from '@/lib/shared/model/form'
import { createSourceLink } from '@/lib/actions/source-links'
import { answerForm, openPage } from '../../_request/answer-form'

/** Creates a link for a partner or a newsletter. */
export async function submitSource(_previous: unknown, form: unknown): Promise<StaffFormState> {
  return answerForm('editor', form, async (staff, fields) => {
    const { tag = '', label = '' } = fields
    const answer = await createSourceLink({ tag, label }, { actor: staff, now: new Date() })
    if (answer.outcome === 'refused') return refuseForm('The link was not made.', answer.problems, fields)
    if (answer.outcome === 'taken')
      return refuseForm(
        'The link was not made.',
        [{ field: 'tag', message: 'There is already a link with this tag. Choose another.' }],
        fields,
      )
    return openPage('/staff/figures/sources?done=created')
  })
}
