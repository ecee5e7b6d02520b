'use server'

import { requestLimits } from '@/lib/actions/model/privacy'
import type { FindMpState } from '@/lib/postcodes/words'
import { answerForm } from '../answer-box'

/**
 * Searches by name, MP, place or postcode. It only reads, but uses POST: people type postcodes into search boxes, and a
 * postcode must never end up in a URL.
 */
export async function submitSearch(_previous: unknown, form: unknown): Promise<FindMpState> {
  return answerForm(form, 'query', requestLimits.search)
}
