'use server'

import { answerCampaignForm } from '@/lib/campaign/answer-form'
import { checkWithCampaign } from '@/lib/messages/check-stored'
import type { MergingFormState } from '@/lib/shared/model/form'
import { openPage, readFields } from '../_request/read-form'
import { requireStaff } from '../_request/require-staff'

/** Keeps the campaign's settings, or merges them with someone else's. */
export async function submitSettings(_previous: unknown, form: unknown): Promise<MergingFormState> {
  const staff = await requireStaff('admin')
  const fields = readFields(form)
  const answer = await answerCampaignForm(fields, { actor: staff, now: new Date() }, checkWithCampaign)
  return answer.outcome === 'saved' ? openPage('/staff/settings?done=saved', fields) : answer
}
