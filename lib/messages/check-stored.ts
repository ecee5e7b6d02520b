import 'server-only'
import type { Campaign } from '../campaign/model/campaign'
import { listMessageRules } from './data/rules'
import type { MessageRule } from './model/rule'
import { checkMessages, type MessageReport } from './check'
import { loadFacts } from './load-facts'

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
  const facts = await loadFacts(now)
  return checkMessages({ rules, ...facts, campaign: sources.campaign ?? facts.campaign, now })
}

/** The same for the published rules, with the campaign as it might become. */
export async function checkWithCampaign(campaign: Campaign, now: Date): Promise<MessageReport> {
  return checkStoredMessages({ rules: await listMessageRules(), now, campaign })
}
