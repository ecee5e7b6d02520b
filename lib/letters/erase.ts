import 'server-only'
import { findUpkeep, recordUpkeep } from '../shared/database/upkeep'
import { log } from '../shared/log'
import { repeat } from '../shared/repeat'
import { eraseDue, eraseFromDisk, findLeftovers } from './data/erase'

const everyMs = 3_600_000

/**
 * Erases what has served its time, and then looks for anything that should be gone by rules of its own. Finding some is
 * an alarm: in the log, and to do at the desk until a later run finds none.
 * @returns what is left over
 */
export async function eraseLetters(now: Date): Promise<string[]> {
  const erased = await eraseDue(now)
  const leftovers = await findLeftovers(now)
  if (erased > 0 && !(await eraseFromDisk()))
    log.warn('erased letters are still in the database’s write-ahead log, because something is reading from it')
  if (leftovers.length > 0) log.error({ leftovers }, 'letters that should have been erased are still there')
  const problem = `Letters that should have been erased are still there: ${leftovers.join(', ')}.`
  await recordUpkeep('letters', leftovers.length > 0 ? { problem } : { detail: String(erased) }, now)
  return leftovers
}

/** The alarm of the last run; null while there is none. */
export async function findErasureAlarm(): Promise<string | null> {
  return (await findUpkeep('letters'))?.problem ?? null
}

/** Erases every hour, in every process: they find what is due by the rows, and do no harm to each other. */
export function startErasingLetters(): void {
  repeat(everyMs, () => eraseLetters(new Date()), 'could not erase letters', 60_000 * (1 + Math.random()))
}
