import 'server-only'
import { readCampaignSettings } from './data/settings'
import { type CampaignSettings, type CampaignView, composeCampaign, firstSettings } from './model/campaign'
import { composeOrganisation, type Organisation } from './model/organisation'
import { env } from '../shared/env'
import { cacheBriefly } from '../shared/cache'
import { log } from '../shared/log'
import { readWithFallback } from '../shared/fallback'

// A page reads the settings several times, and lookups come by the hundred.
const readSettings = cacheBriefly(
  async (): Promise<CampaignSettings> => (await readCampaignSettings())?.settings ?? firstSettings,
)

/**
 * The campaign at an instant: the saved settings, or the ones it started with. Another process's change shows within a
 * second.
 * @throws when the database is unavailable, except in a build, which may have none
 */
export async function getCampaign(now: Date): Promise<CampaignView> {
  const settings = await readSettings().catch((error: unknown) => {
    if (env.isBuilding) return firstSettings
    throw error
  })
  return composeCampaign(settings, { siteUrl: env.SITE_URL, isDissolved: env.PARLIAMENT_DISSOLVED }, now)
}

/**
 * Whether Parliament is dissolved, so that there are no MPs. If the database is unavailable, the server's own setting
 * decides.
 */
export async function isParliamentDissolved(): Promise<boolean> {
  try {
    return (await readWithFallback(readSettings, () => firstSettings)).isDissolved ?? env.PARLIAMENT_DISSOLVED
  } catch (error) {
    if (!env.isBuilding)
      log.warn(
        { reason: error instanceof Error ? error.name : 'unknown' },
        'could not load the campaign settings; using PARLIAMENT_DISSOLVED',
      )
    return env.PARLIAMENT_DISSOLVED
  }
}

/**
 * Who runs this copy of the site. While the database is unavailable its `status` is `unknown`, and of the rest only the
 * server's own contact address is there.
 */
export async function getOrganisation(): Promise<Organisation> {
  const unknown = { ...composeOrganisation(firstSettings, env.CONTACT_EMAIL), status: 'unknown' } as const
  try {
    return await readWithFallback(
      async () => composeOrganisation(await readSettings(), env.CONTACT_EMAIL),
      () => unknown,
    )
  } catch (error) {
    if (!env.isBuilding)
      log.warn({ reason: error instanceof Error ? error.name : 'unknown' }, 'could not load who runs the site')
    return unknown
  }
}

/** The campaign with the settings it started with, for when the database is unavailable. */
export function getFirstCampaign(now: Date): CampaignView {
  return composeCampaign(firstSettings, { siteUrl: env.SITE_URL, isDissolved: env.PARLIAMENT_DISSOLVED }, now)
}
