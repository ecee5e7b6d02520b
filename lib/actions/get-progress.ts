import 'server-only'
import type { Goal } from '../campaign/model/campaign'
import { log } from '../shared/log'
import { getCampaign } from '../campaign/get'
import { getCounts, type PublicCounts } from './get-counts'

/**
 * The campaign's progress and its goal; null when the database is unavailable, so the front page still renders without
 * numbers, even when it is built before there is a database.
 */
export async function getProgress(now: Date): Promise<(PublicCounts & { goal: Goal | null }) | null> {
  try {
    const [counts, { goal }] = await Promise.all([getCounts(now), getCampaign(now)])
    return { ...counts, goal }
  } catch (error) {
    log.warn(
      { reason: error instanceof Error ? error.name : 'unknown' },
      'could not load the counts for the front page',
    )
    return null
  }
}
