import 'server-only'
import { log } from '../log'
import { getCounts, type PublicCounts } from './get-counts'

/**
 * How far the campaign has come, or null when the database does not answer: the front page stands
 * without the numbers, also when it is built before there is a database.
 */
export async function getProgress(now: Date): Promise<PublicCounts | null> {
  try {
    return await getCounts(now)
  } catch (error) {
    log.warn({ reason: error instanceof Error ? error.name : 'unknown' }, 'no counts for the front page')
    return null
  }
}
