import 'server-only'
import { getDirectoryAge } from './data/seats'
import { env } from '../shared/env'
import { log } from '../shared/log'
import { repeat } from '../shared/repeat'
import { runSync, type WholeSync } from './run-sync'

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/**
 * Keeps the directory fresh while the server runs: checks hourly, and syncs when the last answer is a day old.
 * A failed sync is therefore retried an hour later.
 */
export function startDailySync(): void {
  if (env.MEMBERS_API_URL === '') return
  // Delayed and staggered, so that servers sharing a database don't all start at once.
  repeat(hourMs, () => syncWhenDue(new Date()), 'directory not synced', minuteMs + Math.random() * 10 * minuteMs)
}

/** Syncs the directory unless Parliament has answered within the last day; null when it has. */
export async function syncWhenDue(now: Date): Promise<WholeSync | null> {
  const age = await getDirectoryAge()
  if (age?.source === 'parliament' && now.getTime() - age.checkedAt.getTime() < 24 * hourMs) return null
  const result = await runSync({ actor: null, now })
  if (result.outcome === 'off' || result.outcome === 'running') return null
  const { outcome } = result
  if (outcome === 'applied' || outcome === 'unchanged') {
    log.info(
      { outcome, members: result.members, changes: result.changes.length, problems: result.problems.length },
      'directory synced',
    )
    const kept = result.posts.filter((each) => each.outcome === 'kept')
    if (kept.length > 0) log.warn({ kept }, 'posts not synced')
  } else {
    log.warn({ result }, 'directory not synced')
  }
  return result
}
