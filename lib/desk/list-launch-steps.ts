import 'server-only'
import { readCampaignSettings } from '../campaign/data/settings'
import { getCampaign, getOrganisation } from '../campaign/get'
import { readLetterSettings } from '../letters/data/settings'
import { getDirectoryAge } from '../members/data/seats'
import { checkWithCampaign } from '../messages/check-stored'
import { getPostcodesAge } from '../postcodes/get-age'
import { findUpkeep } from '../shared/database/upkeep'
import { env } from '../shared/env'
import { getMailServer } from '../staff/mail/mailer'
import { composeLaunchSteps, type LaunchStep } from './model/launch'

/** What has to be done before the campaign is launched, and how each stands. Tries the messages of all constituencies. */
export async function listLaunchSteps(now: Date): Promise<LaunchStep[]> {
  const [organisation, mail, settings, directory, report, backup, restore, letters] = await Promise.all([
    getOrganisation(),
    findUpkeep('mail'),
    readCampaignSettings(),
    getDirectoryAge(),
    getCampaign(now).then((campaign) => checkWithCampaign(campaign, now)),
    findUpkeep('backup'),
    findUpkeep('restore'),
    readLetterSettings(),
  ])
  const postcodes = getPostcodesAge(now)
  const facts = {
    siteUrl: env.SITE_URL,
    organisation: organisation.name,
    contact: organisation.email,
    mailServer: getMailServer(),
    mail,
    ministerName: settings?.settings.ministerName ?? null,
    directory,
    postcodes,
    brokenMessages: report.problems.length,
    isRehearsal: letters.redirectTo !== null,
    backupAt: backup?.succeededAt ?? null,
    restoredAt: restore?.succeededAt ?? null,
  }
  return composeLaunchSteps(facts, now)
}
