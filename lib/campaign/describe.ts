import 'server-only'
import { readCampaignSettings } from './data/settings'
import { listStaffNames } from '../staff/data/staff'
import { type CampaignSettings, firstSettings } from './model/campaign'
import { parseNotice, type NoticePart } from './model/notice'
import { env } from '../shared/env'

/** The campaign's settings for the desk. `savedBy` and `savedAt` are null until someone has saved them. */
export type CampaignDesk = {
  version: number
  settings: CampaignSettings
  savedBy: string | null
  savedAt: Date | null
  notice: NoticePart[]
  /** The server's own value, which applies when the settings leave it open. */
  isServerDissolved: boolean
  /** Whether the server has a contact address of its own. */
  hasContact: boolean
}

/** The campaign's settings and who saved them. */
export async function describeCampaign(): Promise<CampaignDesk> {
  const [stored, people] = await Promise.all([readCampaignSettings(), listStaffNames()])
  const settings = stored?.settings ?? firstSettings
  return {
    version: stored?.version ?? 0,
    settings,
    savedBy: stored ? (people.find(({ id }) => id === stored.updatedBy)?.name ?? 'the command line') : null,
    savedAt: stored?.updatedAt ?? null,
    notice: parseNotice(settings.noticeText),
    isServerDissolved: env.PARLIAMENT_DISSOLVED,
    hasContact: env.CONTACT_EMAIL !== '',
  }
}
