import { type NoticePart, parseNotice } from './notice'
import { isWithin } from '../../shared/model/uk-time'

/** What the campaign sets: the minister as the text names them and their handle on X, hashtags with their #, the site. */
export type Campaign = { minister: string; ministerHandle: string | null; hashtags: string[]; siteUrl: string }

/** What the campaign aims at: so many seats contacted, or so many messages opened. */
export const goalsOf = ['seats', 'actions'] as const

export type Goal = { of: (typeof goalsOf)[number]; number: number }

/** The campaign's settings as staff keep them. `isDissolved` null leaves it to the server's setting. */
export type CampaignSettings = {
  ministerTitle: string
  ministerName: string | null
  ministerHandle: string | null // on X, without @
  hashtags: string[] // each with its #
  goal: Goal | null
  isDissolved: boolean | null
  noticeText: string
  noticeFrom: Date | null
  noticeUntil: Date | null
}

/** What the campaign says until staff have changed it. Ministers change, so no name is given. */
export const firstSettings: CampaignSettings = {
  ministerTitle: 'the Home Secretary',
  ministerName: null,
  ministerHandle: null,
  hashtags: ['#StableFutures', '#AllChildren'],
  goal: null,
  isDissolved: null,
  noticeText: '',
  noticeFrom: null,
  noticeUntil: null,
}

/** The campaign as pages and messages read it at an instant; `notice` is null while there is none to show. */
export type CampaignView = Campaign & { goal: Goal | null; isDissolved: boolean; notice: NoticePart[] | null }

/**
 * The view of the settings at an instant.
 * @param server what the server is set to: its address, and whether Parliament is dissolved where the settings leave that open
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
    ministerHandle,
    hashtags,
    siteUrl: server.siteUrl,
    goal,
    isDissolved: isDissolved ?? server.isDissolved,
    notice: isShown ? parseNotice(noticeText) : null,
  }
}
