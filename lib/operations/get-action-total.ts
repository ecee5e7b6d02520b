import 'server-only'
import { countActions } from '../data/actions'
import { log } from '../log'

/**
 * All hand-offs so far, or null when the database does not answer: the front page stands without
 * the number, also when it is built before there is a database.
 */
export async function getActionTotal(): Promise<number | null> {
  try {
    return await countActions()
  } catch (error) {
    log.warn({ reason: error instanceof Error ? error.name : 'unknown' }, 'no count for the front page')
    return null
  }
}
