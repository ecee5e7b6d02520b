'use server'

import { type MergingFormState, refuseForm, type StaffFormState } from '@/lib/shared/model/form'
import type { SyncEnd } from '@/lib/members/model/sync-end'
import { answerCorrectionForm } from '@/lib/members/answer-correction-form'
import { checkWithParliament } from '@/lib/members/check-with-parliament'
import { removeCorrection } from '@/lib/members/remove-correction'
import { answerForm, openPage } from '../_request/answer-form'
import { readFields } from '../_request/read-form'

/** Saves a correction to a seat's details, or offers to merge it with someone else's. */
export async function submitCorrection(_previous: unknown, form: unknown): Promise<MergingFormState> {
  return answerForm('publisher', form, async ({ id }, fields) => {
    const answer = await answerCorrectionForm(fields, { actor: { id }, now: new Date() })
    return answer.outcome === 'saved' ? openPage(composeHref(fields.slug, 'saved')) : answer
  })
}

/** Removes a correction. */
export async function submitCorrectionRemoval(_previous: unknown, form: unknown): Promise<StaffFormState> {
  return answerForm('publisher', form, async ({ id }, fields) => {
    const isRemoved = await removeCorrection(fields, { actor: { id }, now: new Date() })
    return isRemoved
      ? openPage(composeHref(fields.slug, 'removed'))
      : refuseForm('Someone else has changed or removed this. Load the page again to see.')
  })
}

/** Syncs with Parliament and answers once that is finished, for browsers without JavaScript. */
export async function submitSync(_previous: unknown, form: unknown): Promise<SyncEnd | null> {
  return answerForm('publisher', form, async ({ id }) => {
    return checkWithParliament({ actor: { id }, now: new Date() }, readFields(form).agreed === 'yes')
  })
}

function composeHref(slug: string | undefined, done: string): string {
  return `/staff/directory/${encodeURIComponent(slug ?? '')}?done=${done}`
}
