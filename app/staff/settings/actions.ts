'use server'

import { answerCampaignForm } from '@/lib/campaign/answer-form'
import { checkWithCampaign } from '@/lib/messages/check-stored'
import { saveOrganisationLogo } from '@/lib/desk/save-organisation-logo'
import { type MergingFormState, refuseForm } from '@/lib/shared/model/form'
import { answerForm, openPage } from '../_request/answer-form'
import { readFile } from '../_request/read-form'

/** Keeps the campaign's settings, or merges them with someone else's. */
export async function submitSettings(_previous: unknown, form: unknown): Promise<MergingFormState> {
  return answerForm('admin', form, async (staff, { logoChange, ...fields }) => {
    if (logoChange === 'remove') fields.organisationLogo = ''
    const file = await readFile(form, 'logoFile')
    const logo = file && (await saveOrganisationLogo(file))
    if (logo?.outcome === 'refused')
      return refuseForm('Nothing is saved yet.', [{ field: 'logoFile', message: logo.message }], fields)
    if (logo) fields.organisationLogo = logo.name
    const answer = await answerCampaignForm(fields, { actor: staff, now: new Date() }, checkWithCampaign)
    return answer.outcome === 'saved' ? openPage('/staff/settings?done=saved') : answer
  })
}
