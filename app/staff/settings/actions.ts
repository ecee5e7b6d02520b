'use server'

import { campaignFieldNames, toCampaignFields, toCampaignInput, toCampaignProblems } from '@/lib/campaign/model/form'
import { firstSettings } from '@/lib/campaign/model/campaign'
import { refuseForm, type StaffFormState } from '@/lib/shared/model/form'
import { saveCampaign } from '@/lib/campaign/save'
import { checkWithCampaign } from '@/lib/messages/check-stored'
import { openPage, readFields } from '../_request/read-form'
import { requireStaff } from '../_request/require-staff'

/** Keeps the campaign's settings. */
export async function submitSettings(_previous: unknown, form: unknown): Promise<StaffFormState> {
  const staff = await requireStaff('admin')
  const fields = readFields(form)
  const answer = await saveCampaign(toCampaignInput(fields), { actor: staff, now: new Date() }, checkWithCampaign)
  switch (answer.outcome) {
    case 'saved':
      return openPage('/staff/settings?done=saved', fields)
    case 'refused':
      return refuseForm('Nothing is saved yet.', toCampaignProblems(answer.problems), fields)
    case 'messages-broken': {
      const { problems } = answer.report
      const some = problems.slice(0, 3).map(({ where, problem }) => `${where}: ${problem}`)
      return refuseForm(
        `Nothing is saved: with these settings ${problems.length} messages could not be sent. ${some.join('. ')}.`,
        [],
        fields,
      )
    }
    case 'conflict': {
      const theirs = toCampaignFields(answer.theirs?.settings ?? firstSettings, answer.theirs?.version ?? 0)
      const problems = Object.entries(campaignFieldNames).flatMap(([field, name]) =>
        theirs[field] === (fields[field] ?? '')
          ? []
          : [{ field, message: `${name} is now: ${theirs[field] || '(nothing)'}` }],
      )
      const message =
        'Somebody else has saved since you opened this page. What you wrote is still here. Compare it with theirs, and save again to put yours in its place.'
      return refuseForm(message, problems, { ...fields, version: theirs.version ?? '' })
    }
  }
}
