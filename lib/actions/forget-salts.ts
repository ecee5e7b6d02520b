import 'server-only'
import { deleteSaltsBefore, eraseDeletedSalts } from '../shared/database/day-salt'
import { deletePrefixCountsBefore } from './data/prefix-counts'
import { toUkDay } from '../shared/model/uk-time'
import { saltDeletedWithinHours } from './model/privacy'
import { log } from '../shared/log'
import { repeat } from '../shared/repeat'
import { forgetDayKeysBefore } from '../shared/day-key'

// Leaves time for several attempts before the deadline that the privacy page promises.
const everyMs = (saltDeletedWithinHours * 3_600_000) / 12

/** What expires with a day's salt: each function deletes its data from before `today`, YYYY-MM-DD. Add yours here. */
const expireWithSalt: ((today: string) => void | Promise<void>)[] = [
  forgetDayKeysBefore,
  deleteSaltsBefore,
  deletePrefixCountsBefore,
]

/**
 * Deletes the salts of earlier days, from the disk too, and the counts under keys derived from them. If one deletion
 * fails, the others still run.
 * @returns whether the salts are gone from the disk; if not, another process is still reading the write-ahead log: try
 * again
 */
export async function forgetSalts(now: Date): Promise<boolean> {
  const today = toUkDay(now)
  const results = await Promise.allSettled(expireWithSalt.map(async (forget) => forget(today)))
  const failed = results.find((result) => result.status === 'rejected')
  if (failed) throw failed.reason
  return eraseDeletedSalts()
}

/**
 * Schedules the deletion of yesterday's salt soon after midnight. Without it, the salt would last until the day's
 * first visitor without JavaScript.
 */
export function startForgettingSalts(): void {
  const forget = async () => {
    if (!(await forgetSalts(new Date())))
      log.warn(
        "a deleted salt is still in the database's write-ahead log, because something is reading from it; will retry soon",
      )
  }
  repeat(everyMs, forget, 'could not delete old salts', 0)
}
