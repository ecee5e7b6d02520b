import 'server-only'
import { readCampaignSettings } from '../campaign/data/settings'
import { getCampaign, getOrganisation } from '../campaign/get'
import { getDirectoryAge } from '../members/data/seats'
import { checkWithCampaign } from '../messages/check-stored'
import { loadPostcodeIndex } from '../postcodes/index/load'
import { getListAge } from '../postcodes/model/list-age'
import { findUpkeep } from '../shared/database/upkeep'
import { env } from '../shared/env'
import { getMailServer } from '../staff/mail/mailer'
import { composeLaunchSteps, type LaunchStep } from './model/launch'

/** What has to be done before the campaign is launched, and how each stands. Tries the messages of all constituencies. */
export async function listLaunchSteps(now: Date): Promise<LaunchStep[]> {
  const [organisation, mail, settings, directory, report, backup, restore] = await Promise.all([
    getOrganisation(),
    findUpkeep('mail'),
    readCampaignSettings(),
    getDirectoryAge(),
    getCampaign(now).then((campaign) => checkWithCampaign(campaign, now)),
    findUpkeep('backup'),
    findUpkeep('restore'),
  ])
  const postcodesDate = loadPostcodeIndex().date
  const facts = {
    siteUrl: env.SITE_URL,
    organisation: organisation.name,
    contact: organisation.email,
    mailServer: getMailServer(),
    mail,
    ministerName: settings?.settings.ministerName ?? null,
    directory,
    postcodesDate,
    isPostcodesDue: getListAge(postcodesDate, now, env.POSTCODES_MAX_AGE_DAYS).isToDo,
    brokenMessages: report.problems.length,
    backupAt: backup?.succeededAt ?? null,
    restoredAt: restore?.succeededAt ?? null,
  }
  return composeLaunchSteps(facts, now)
}
