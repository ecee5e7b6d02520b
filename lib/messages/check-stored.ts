import 'server-only'
import { listSeatsWithMp } from '../members/data/seats'
import { listSupporterIds } from '../supporters/data/wall'
import type { Campaign } from '../campaign/model/campaign'
import { listMessageRules } from './data/rules'
import type { MessageRule } from './model/rule'
import { checkMessages, type MessageReport } from './check'
import { getCampaign } from '../campaign/get'

/**
 * Renders the messages of all 650 seats as these rules would have them, published or not: which rule
 * each seat gets, every problem, and rules that no seat gets.
 * @param sources `campaign` as it might become; without it as it is
 */
export async function checkStoredMessages(sources: {
  rules: readonly (MessageRule & { id?: number })[]
  now: Date
  campaign?: Campaign
}): Promise<MessageReport> {
  const { rules, now } = sources
  const [seats, supporterIds, campaign] = await Promise.all([
    listSeatsWithMp(now),
    listSupporterIds(),
    sources.campaign ?? getCampaign(now),
  ])
  return checkMessages({ rules, seats, supporterIds, campaign, now })
}

/** The same for the published rules, with the campaign as it might become. */
export async function checkWithCampaign(campaign: Campaign, now: Date): Promise<MessageReport> {
  return checkStoredMessages({ rules: await listMessageRules(), now, campaign })
}
