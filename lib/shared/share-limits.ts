import 'server-only'
import { addSharedCounts, deleteSharedCountsUntil } from './database/shared-limits'
import { repeat } from './repeat'
import { getRequestCounter } from './request-counter.mjs'
import { getDayKey } from './day-key'

const everyMs = 1_000

// What is larger goes first.
const maxRows = 500

let deletedAtMinute = 0

/**
 * Tells the other processes what this one has counted of the limits that much is used up of, and learns
 * what they have. A visitor may get more than a limit by what comes within a second, and by a tenth of
 * it for each process.
 */
export async function shareLimits(now: Date): Promise<void> {
  const counter = getRequestCounter()
  counter.agreeOn((await getDayKey('limits', now)).toString('base64url'))
  const { rows, learn } = counter.listShared()
  const largest = rows.sort((a, b) => b.count - a.count).slice(0, maxRows)
  if (largest.length > 0) learn(await addSharedCounts(largest))
  const minute = Math.floor(now.getTime() / 60_000)
  if (minute !== deletedAtMinute) await deleteSharedCountsUntil(minute)
  deletedAtMinute = minute
}

/** From now on, shares limits every second. While the database does not answer, each process goes by what it has counted itself. */
export function startSharingLimits(): void {
  repeat(everyMs, () => shareLimits(new Date()), 'could not share limits with other processes')
}
