import 'server-only'
import { deleteSaltsBefore, eraseDeletedSalts } from '../shared/database/day-salt'
import { deletePrefixCountsBefore } from './data/prefix-counts'
import { toUkDay } from '../shared/model/uk-time'
import { saltDeletedWithinHours } from './model/privacy'
import { log } from '../shared/log'
import { repeat } from '../shared/repeat'
import { forgetDayKeysBefore } from '../shared/day-key'

// Often enough for some tries within the time that the privacy page promises.
const everyMs = (saltDeletedWithinHours * 3_600_000) / 12

/** What ends with a day's salt: each takes a day, YYYY-MM-DD, and forgets what is of earlier ones. Add yours here. */
const endWithTheSalt: ((today: string) => void | Promise<void>)[] = [
  forgetDayKeysBefore,
  deleteSaltsBefore,
  deletePrefixCountsBefore,
]

/**
 * Throws away the salts of the days before `now`, from the disk too, and what was counted under keys that come from them.
 * Each is tried, also when another fails.
 * @returns whether nothing of a salt is left on the disk; if not, somebody is reading the log: try again
 */
export async function forgetSalts(now: Date): Promise<boolean> {
  const today = toUkDay(now)
  const results = await Promise.allSettled(endWithTheSalt.map(async (forget) => forget(today)))
  const failed = results.find((result) => result.status === 'rejected')
  if (failed) throw failed.reason
  return eraseDeletedSalts()
}

/**
 * From now on, deletes yesterday's salt soon after midnight. Otherwise the day's first visitor without JavaScript
 * would have to come first.
 */
export function startForgettingSalts(): void {
  const forget = async () => {
    if (!(await forgetSalts(new Date())))
      log.warn(
        "a deleted salt is still in the database's write-ahead log, because something is reading from it; will retry soon",
      )
  }
  repeat(everyMs, forget, 'salt not deleted', 0)
}
