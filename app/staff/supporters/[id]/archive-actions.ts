'use server'

import { refuseForm, type StaffFormState } from '@/lib/shared/model/form'
import { archiveSupporter, bringSupporterBack, deleteSupporter } from '@/lib/supporters/archive'
import { answerForm, openPage } from '../../_request/answer-form'
import { readId } from '../../_request/read-seen'

const gone =
  'Nothing is changed: somebody has archived this supporter, brought them back or deleted them. Load the page again.'

/** Archives a supporter. */
export async function submitArchive(_previous: unknown, form: unknown): Promise<StaffFormState> {
  return answerForm('publisher', form, async (staff, fields) => {
    const { outcome } = await archiveSupporter(fields.id, { actor: staff, now: new Date() })
    return outcome === 'archived' ? openPage(`/staff/supporters/${readId(fields.id)}?done=archived`) : refuseForm(gone)
  })
}

/** Brings an archived supporter back. */
export async function submitBringBack(_previous: unknown, form: unknown): Promise<StaffFormState> {
  return answerForm('publisher', form, async (staff, fields) => {
    const { outcome } = await bringSupporterBack(fields.id, { actor: staff, now: new Date() })
    return outcome === 'brought-back' ? openPage(`/staff/supporters/${readId(fields.id)}?done=back`) : refuseForm(gone)
  })
}

/** Deletes an archived supporter for good. */
export async function submitDeletion(_previous: unknown, form: unknown): Promise<StaffFormState> {
  return answerForm('admin', form, async (staff, fields) => {
    const { outcome } = await deleteSupporter(fields.id, { actor: staff, now: new Date() })
    return outcome === 'deleted' ? openPage('/staff/supporters?status=archived&done=deleted') : refuseForm(gone)
  })
}
