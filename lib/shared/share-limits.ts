import 'server-only'
import { addSharedCounts, deleteSharedCountsUntil } from './database/shared-limits'
import { repeat } from './repeat'
import { getRequestCounter } from './request-counter.mjs'
import { getDayKey } from './day-key'

const shareMs = 1_000

// If there are more, the largest go first.
const maxRows = 500

let deletedAtMinute = 0

/**
 * Shares this process’s larger counts (see `sharedFrom`) and adds in those of other processes. A visitor can exceed a
 * limit by what they send within a second, plus a tenth of the limit per process.
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

/** Starts sharing counts every second. While the database is unavailable, each process relies on its own counts. */
export function startSharingLimits(): void {
  repeat(shareMs, () => shareLimits(new Date()), 'could not share limits with other processes')
}
