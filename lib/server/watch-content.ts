import 'server-only'
import { readContentMark } from '../audit/data/entries'
import { listContentMoments } from './data/content-moments'
import { toUkDay } from '../shared/model/uk-time'
import { repeat } from '../shared/repeat'
import { refreshPages } from '../shared/refresh-pages'

// How often a process checks whether what pages show has changed.
const lookMs = 250

/**
 * Watches for changes to what public pages show: made at the desk or by a command, in any process; or made by the
 * clock, when a notice or a message begins or ends, or a correction reaches its last day.
 * @returns a function to call with the time; it returns true if something has changed since the last call, and on
 * the first
 */
export function createContentWatch(): (now: Date) => Promise<boolean> {
  let seenMark: string | undefined
  let seenTime: string | undefined
  let moments: Date[] = []
  return async (now) => {
    const mark = await readContentMark()
    if (mark !== seenMark) moments = await listContentMoments()
    const time = `${toUkDay(now)} ${moments.filter((moment) => moment <= now).length}`
    const isChanged = mark !== seenMark || time !== seenTime
    seenMark = mark
    seenTime = time
    return isChanged
  }
}

/**
 * From now on, refreshes this process's public pages soon after what they show has changed, and after the database
 * comes back, since pages rendered in the meantime say that something isn't working.
 */
export function startWatchingContent(): void {
  const isChanged = createContentWatch()
  let wasAway = false
  const look = async () => {
    const isLate = wasAway
    wasAway = true
    const isNew = await isChanged(new Date())
    wasAway = false
    if (isNew || isLate) refreshPages()
  }
  repeat(lookMs, look, 'could not check whether content has changed', 0)
}
