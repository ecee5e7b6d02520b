import 'server-only'
import { readCampaignSettings } from './data/settings'
import { type CampaignSettings, type CampaignView, composeCampaign, firstSettings } from './model/campaign'
import { env } from '../shared/env'
import { keepBriefly } from '../shared/kept'
import { log } from '../shared/log'
import { readOrDoWithout } from '../shared/fallback'

// A page asks several times, and lookups come by the hundred.
const readSettings = keepBriefly(
  async (): Promise<CampaignSettings> => (await readCampaignSettings())?.settings ?? firstSettings,
)

/**
 * The campaign at an instant: its settings, or what it began with. A change of another process is
 * seen within a second.
 * @throws when the database does not answer, except in a build, which may have none
 */
export async function getCampaign(now: Date): Promise<CampaignView> {
  const settings = await readSettings().catch((error: unknown) => {
    if (env.isBuilding) return firstSettings
    throw error
  })
  return composeCampaign(settings, { siteUrl: env.SITE_URL, isDissolved: env.PARLIAMENT_DISSOLVED }, now)
}

/** Whether nobody is an MP now. When the database does not answer, the server's own setting decides. */
export async function isParliamentDissolved(): Promise<boolean> {
  try {
    return (await readOrDoWithout(readSettings, () => firstSettings)).isDissolved ?? env.PARLIAMENT_DISSOLVED
  } catch (error) {
    if (!env.isBuilding)
      log.warn(
        { reason: error instanceof Error ? error.name : 'unknown' },
        'no campaign settings; PARLIAMENT_DISSOLVED decides',
      )
    return env.PARLIAMENT_DISSOLVED
  }
}

/** The campaign as it began, for when the database does not answer. */
export function getFirstCampaign(now: Date): CampaignView {
  return composeCampaign(firstSettings, { siteUrl: env.SITE_URL, isDissolved: env.PARLIAMENT_DISSOLVED }, now)
}
