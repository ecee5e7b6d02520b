'use server'

import { refuseForm, type StaffFormState } from '@/lib/shared/model/form'
import { answerWallChange, wallAnswers } from '@/lib/supporters/review'
import { answerForm, openPage } from '../../_request/answer-form'

const gone = 'Somebody has answered this already, or it is not so any more. Load the page again.'
const refusals = {
  gone,
  sits: 'Parliament says that they are an MP now, so they cannot be called a former one.',
  conflict: 'Somebody has just changed this supporter. Load the page again.',
}

/** Records the answer to a change about someone on the wall. */
export async function submitWallAnswer(_previous: unknown, form: unknown): Promise<StaffFormState> {
  return answerForm('publisher', form, async ({ id }, fields) => {
    const answer = wallAnswers.find((each) => each === fields.answer)
    if (!answer) return refuseForm(gone)
    const { outcome } = await answerWallChange(fields.id ?? '', answer, { actor: { id }, now: new Date() })
    return outcome === 'answered' ? openPage(`/staff/supporters/check?done=${answer}`) : refuseForm(refusals[outcome])
  })
}
