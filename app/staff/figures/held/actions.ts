'use server'

import { refuseForm, type StaffFormState } from '@/lib/shared/model/form'
import { decideBurst } from '@/lib/actions/held-bursts'
import { answerForm, openPage } from '../../_request/answer-form'

/** Releases or discards what one connection did beyond its daily limit. */
export async function submitBurst(_previous: unknown, form: unknown): Promise<StaffFormState> {
  return answerForm('publisher', form, async (staff, fields) => {
    const { outcome } = await decideBurst(
      { id: fields.id, decision: fields.decision },
      { actor: staff, now: new Date() },
    )
    if (outcome === 'refused')
      return refuseForm('We couldn’t find that burst. Go back to the list and choose again.', [], fields)
    return openPage(`/staff/figures/held?done=${outcome}`)
  })
}
