'use server'

import { requestLimits } from '@/lib/actions/model/privacy'
import type { FindMpState } from '@/lib/postcodes/words'
import { answerForm } from '../answer-box'

/** Takes what was typed into a form's `postcode` to the MP's page, or answers it above the form. */
export async function submitPostcode(_previous: unknown, form: unknown): Promise<FindMpState> {
  return answerForm(form, 'postcode', requestLimits.lookup)
}
