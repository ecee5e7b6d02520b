import 'server-only'
import { countActions } from '../data/counts'
import { log } from '../log'

/**
 * All messages opened so far, or null when the database does not answer: the front page stands without
 * the number, also when it is built before there is a database.
 */
export async function getActionTotal(): Promise<number | null> {
  try {
    return await countActions('opened')
  } catch (error) {
    log.warn({ reason: error instanceof Error ? error.name : 'unknown' }, 'no count for the front page')
    return null
  }
}
