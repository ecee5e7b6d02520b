import type { CampaignSettings } from './campaign'
import { mapOrganisation } from './organisation'
import type { Problem } from '../../shared/model/result'
import type { Fields } from '../../shared/model/merge'
import { formatUkMinute } from '../../shared/model/uk-time'

/** The settings as the fields of a form. */
export function toCampaignFields(settings: CampaignSettings): Fields {
  const {
    ministerTitle,
    ministerName,
    ministerHandle,
    ministerMemberId,
    hashtags,
    goal,
    isDissolved,
    noticeText,
    noticeFrom,
    noticeUntil,
  } = settings
  return {
    ...mapOrganisation((name) => settings[name] ?? ''),
    ministerTitle,
    ministerName: ministerName ?? '',
    ministerHandle: ministerHandle ?? '',
    ministerMemberId: ministerMemberId === null ? '' : String(ministerMemberId),
    hashtags: hashtags.join(' '),
    goalOf: goal?.of ?? '',
    goalNumber: goal ? String(goal.number) : '',
    isDissolved: isDissolved === null ? '' : isDissolved ? 'yes' : 'no',
    noticeText,
    noticeFrom: noticeFrom ? formatUkMinute(noticeFrom) : '',
    noticeUntil: noticeUntil ? formatUkMinute(noticeUntil) : '',
  }
}

// More than may be kept, so that too many are refused; no more are looked at.
const maxTags = 20

/** What `saveCampaign` takes, of the fields of a form; it checks them itself. */
export function toCampaignInput(fields: Record<string, string>): Record<string, unknown> {
  const {
    version,
    hashtags = '',
    goalOf,
    goalNumber,
    isDissolved,
    ministerTitle = '',
    ministerName = '',
    ministerHandle = '',
    ministerMemberId = '',
    noticeText = '',
    noticeFrom = '',
    noticeUntil = '',
  } = fields
  return {
    version: Number(version),
    ...mapOrganisation((name) => fields[name] ?? ''),
    ministerTitle,
    ministerName,
    ministerHandle,
    ministerMemberId: ministerMemberId === '' ? null : Number(ministerMemberId),
    hashtags: hashtags.split(/[\s,]+/, maxTags).filter((tag) => tag !== ''),
    goal: goalOf ? { of: goalOf, number: Number(goalNumber?.slice(0, 50).replace(/[\s,]/g, '') || NaN) } : null,
    isDissolved: isDissolved === 'yes' ? true : isDissolved === 'no' ? false : null,
    noticeText,
    noticeFrom,
    noticeUntil,
  }
}

/** Problems of `saveCampaign` at the fields of the form. */
export function toCampaignProblems(problems: readonly Problem[]): Problem[] {
  const named = problems.map(({ field, message }) => {
    if (field.startsWith('hashtags')) return { field: 'hashtags', message }
    if (field.startsWith('goal'))
      return {
        field: 'goalNumber',
        message: message.startsWith('There are') ? message : 'Write a whole number of at least 1.',
      }
    return { field, message }
  })
  return named.filter(({ field }, at) => named.findIndex((each) => each.field === field) === at)
}

/** What each field is called, for people. */
export const campaignFieldNames: Record<string, string> = {
  organisationName: 'Organisation',
  organisationKind: 'What it is',
  charityNumber: 'Charity number',
  organisationAddress: 'Postal address',
  organisationUrl: 'Website',
  contactEmail: 'Contact email',
  pressEmail: 'Press email',
  dataController: 'Data controller',
  privacyEmail: 'Privacy email',
  organisationLogo: 'Logo',
  ministerTitle: 'Title',
  ministerName: 'Name',
  ministerHandle: 'Handle on X',
  ministerMemberId: 'Which MP they are',
  hashtags: 'Hashtags',
  goalOf: 'What the goal counts',
  goalNumber: 'Goal',
  isDissolved: 'Is Parliament sitting?',
  noticeText: 'Notice',
  noticeFrom: 'Show from',
  noticeUntil: 'Show until',
}
