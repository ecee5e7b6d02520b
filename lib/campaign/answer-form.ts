import 'server-only'
import { composeConflict, settleForm } from '../shared/model/conflict'
import { type MergingFormAnswer, refuseForm } from '../shared/model/form'
import type { Fields } from '../shared/model/merge'
import { formatMoment } from '../shared/model/uk-time'
import type { Change } from '../audit/model/actor'
import { describeCampaign } from './describe'
import { campaignFieldNames, toCampaignFields, toCampaignInput, toCampaignProblems } from './model/form'
import { type CheckCampaign, saveCampaign } from './save'

// Whether Parliament is dissolved is a switch of its own (lib/desk/switches.ts), and stays as it is here.
const names = Object.keys(campaignFieldNames).filter((name) => name !== 'isDissolved')

/**
 * Answers the form of the campaign's settings, also after a conflict.
 * @param sent not trusted: all fields of the form
 * @param check as for `saveCampaign`
 * @returns `saved` instead of an address to go to
 */
export async function answerCampaignForm(
  sent: Fields,
  change: Change,
  check: CheckCampaign,
): Promise<MergingFormAnswer | { outcome: 'saved' }> {
  const settled = settleForm(sent, names)
  if (settled.outcome !== 'settled') return settled
  const { values } = settled
  const { isDissolved = '' } = toCampaignFields((await describeCampaign()).settings)
  const answer = await saveCampaign(toCampaignInput({ ...values, isDissolved }), change, check)
  switch (answer.outcome) {
    case 'saved':
      return { outcome: 'saved' }
    case 'refused':
      return refuseForm('Nothing is saved yet.', toCampaignProblems(answer.problems), values)
    case 'messages-broken': {
      const { problems } = answer.report
      const some = problems.slice(0, 3).map(({ where, problem }) => `${where}: ${problem}`)
      return refuseForm(
        `Nothing is saved: with these settings ${problems.length} messages could not be sent. ${some.join('. ')}.`,
        [],
        values,
      )
    }
    case 'conflict': {
      const { settings, version, savedBy, savedAt } = await describeCampaign()
      return composeConflict(values, names, {
        theirs: toCampaignFields(settings),
        by: savedBy && savedAt ? `Saved by ${savedBy}, ${formatMoment(savedAt)}.` : 'As shipped with the site.',
        rest: { version: String(version) },
      })
    }
  }
}
