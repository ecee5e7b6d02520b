import { type NoticePart, parseNotice } from './notice'
import { noOrganisation, type OrganisationSettings } from './organisation'
import { isWithin } from '../../shared/model/uk-time'

/**
 * The campaign's own values: the minister as letters name them and their X handle, the hashtags with their #, the
 * site's URL.
 */
export type Campaign = {
  minister: string
  /** Without the name: posts are short. */
  ministerTitle: string
  ministerHandle: string | null
  /** Parliament's id of the minister, if they are an MP and staff have said which. */
  ministerMemberId: number | null
  hashtags: string[]
  siteUrl: string
}

/** What a goal counts: constituencies contacted, or messages opened. */
export const goalsOf = ['seats', 'actions'] as const

export type Goal = { of: (typeof goalsOf)[number]; number: number }

/** The campaign's settings as staff save them. `isDissolved` null leaves it to the server's setting. */
export type CampaignSettings = OrganisationSettings & {
  ministerTitle: string
  ministerName: string | null
  ministerHandle: string | null // on X, without @
  ministerMemberId: number | null // Parliament's id; null for a peer, or when nobody has said
  hashtags: string[] // each with its #
  goal: Goal | null
  isDissolved: boolean | null
  noticeText: string
  noticeFrom: Date | null
  noticeUntil: Date | null
}

/** The settings until staff change them. Ministers change, so none is named. */
export const firstSettings: CampaignSettings = {
  ...noOrganisation,
  ministerTitle: 'the Home Secretary',
  ministerName: null,
  ministerHandle: null,
  ministerMemberId: null,
  hashtags: ['#StableFutures', '#AllChildren'],
  goal: null,
  isDissolved: null,
  noticeText: '',
  noticeFrom: null,
  noticeUntil: null,
}

/** The campaign as pages and messages see it at an instant; `notice` is null while there is none to show. */
export type CampaignView = Campaign & { goal: Goal | null; isDissolved: boolean; notice: NoticePart[] | null }

/**
 * The campaign at an instant.
 * @param server the server's own settings: its URL, and whether Parliament is dissolved when the saved settings leave
 * that open
 */
export function composeCampaign(
  settings: CampaignSettings,
  server: { siteUrl: string; isDissolved: boolean },
  now: Date,
): CampaignView {
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
  const isShown = noticeText !== '' && isWithin({ from: noticeFrom, until: noticeUntil }, now)
  return {
    minister: ministerName ? `${ministerTitle} ${ministerName}` : ministerTitle,
    ministerTitle,
    ministerHandle,
    ministerMemberId,
    hashtags,
    siteUrl: server.siteUrl,
    goal,
    isDissolved: isDissolved ?? server.isDissolved,
    notice: isShown ? parseNotice(noticeText) : null,
  }
}
