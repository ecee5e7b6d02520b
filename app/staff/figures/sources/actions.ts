'use server'

import { refuseForm, type StaffFormState } from '@/lib/shared/model/form'
import { archiveLink, bringLinkBack, createSourceLink, deleteLink } from '@/lib/actions/source-links'
import { answerForm, openPage } from '../../_request/answer-form'

const gone = 'Nothing is changed: somebody has archived this link, brought it back or deleted it. Load the page again.'

/** Creates a link for a partner or a newsletter. */
export async function submitSource(_previous: unknown, form: unknown): Promise<StaffFormState> {
  return answerForm('editor', form, async (staff, fields) => {
    const { tag = '', label = '' } = fields
    const answer = await createSourceLink({ tag, label }, { actor: staff, now: new Date() })
    if (answer.outcome === 'refused') return refuseForm('The link was not made.', answer.problems, fields)
    if (answer.outcome === 'taken')
      return refuseForm(
        'The link was not made.',
        [{ field: 'tag', message: 'There is already a link with this tag, or an archived one. Choose another.' }],
        fields,
      )
    return openPage('/staff/figures/sources?done=created')
  })
}

/** Archives a link. */
export async function submitLinkArchive(_previous: unknown, form: unknown): Promise<StaffFormState> {
  return answerForm('editor', form, async (staff, { id = '' }) => {
    const { outcome } = await archiveLink(id, { actor: staff, now: new Date() })
    return outcome === 'archived' ? openPage('/staff/figures/sources?done=archived') : refuseForm(gone)
  })
}

/** Brings an archived link back. */
export async function submitLinkReturn(_previous: unknown, form: unknown): Promise<StaffFormState> {
  return answerForm('editor', form, async (staff, { id = '' }) => {
    const { outcome } = await bringLinkBack(id, { actor: staff, now: new Date() })
    return outcome === 'brought-back' ? openPage('/staff/figures/sources?done=back') : refuseForm(gone)
  })
}

/** Deletes an archived link for good. */
export async function submitLinkDeletion(_previous: unknown, form: unknown): Promise<StaffFormState> {
  return answerForm('admin', form, async (staff, { id = '' }) => {
    const { outcome } = await deleteLink(id, { actor: staff, now: new Date() })
    return outcome === 'deleted' ? openPage('/staff/figures/sources?done=deleted') : refuseForm(gone)
  })
}
