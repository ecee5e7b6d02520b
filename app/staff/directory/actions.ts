'use server'

import { type MergingFormState, refuseForm, type StaffFormState } from '@/lib/shared/model/form'
import type { SyncEnd } from '@/lib/members/model/sync-end'
import { answerCorrectionForm } from '@/lib/members/answer-correction-form'
import { checkWithParliament } from '@/lib/members/check-with-parliament'
import { removeCorrection } from '@/lib/members/remove-correction'
import { openPage, readFields } from '../_request/read-form'
import { requireStaff } from '../_request/require-staff'

/** Saves a correction to a seat's details, or offers to merge it with someone else's. */
export async function submitCorrection(_previous: unknown, form: unknown): Promise<MergingFormState> {
  const { id } = await requireStaff('publisher')
  const fields = readFields(form)
  const answer = await answerCorrectionForm(fields, { actor: { id }, now: new Date() })
  return answer.outcome === 'saved' ? openPage(composeHref(fields.slug, 'saved'), fields) : answer
}

/** Removes a correction. */
export async function submitCorrectionRemoval(_previous: unknown, form: unknown): Promise<StaffFormState> {
  const { id } = await requireStaff('publisher')
  const fields = readFields(form)
  const isRemoved = await removeCorrection(fields, { actor: { id }, now: new Date() })
  return isRemoved
    ? openPage(composeHref(fields.slug, 'removed'), fields)
    : refuseForm('Someone else has changed or removed this. Load the page again to see.')
}

/** Syncs with Parliament and answers once that is finished, for browsers without JavaScript. */
export async function submitSync(): Promise<SyncEnd | null> {
  const { id } = await requireStaff('publisher')
  return checkWithParliament({ actor: { id }, now: new Date() })
}

function composeHref(slug: string | undefined, done: string): string {
  return `/staff/directory/${encodeURIComponent(slug ?? '')}?done=${done}`
}
