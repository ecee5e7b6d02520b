import 'server-only'
import type { Goal } from '../campaign/model/campaign'
import { log } from '../shared/log'
import { getCampaign } from '../campaign/get'
import { getCounts, type PublicCounts } from './get-counts'

/**
 * How far the campaign has come, and what it aims at, or null when the database does not answer: the front page stands
 * without the numbers, also when it is built before there is a database.
 */
export async function getProgress(now: Date): Promise<(PublicCounts & { goal: Goal | null }) | null> {
  try {
    const [counts, { goal }] = await Promise.all([getCounts(now), getCampaign(now)])
    return { ...counts, goal }
  } catch (error) {
    log.warn({ reason: error instanceof Error ? error.name : 'unknown' }, 'no counts for the front page')
    return null
  }
}
