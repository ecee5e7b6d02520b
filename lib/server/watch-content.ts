import 'server-only'
import { readContentMark } from '../audit/data/entries'
import { listContentMoments } from './data/content-moments'
import { toUkDay } from '../shared/model/uk-time'
import { repeat } from '../shared/repeat'
import { refreshPages } from '../shared/refresh-pages'

// So often a process looks whether what pages show has changed.
const lookMs = 250

/**
 * Looks whether what public pages show has changed: by the desk or a command, of whatever process; or
 * by the clock, as a notice or a message begins or ends, or a correction that has a last day.
 * @returns to be called with the time; true when there was a change since the call before, and at the first
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
 * From now on, refreshes the public pages of this process soon after what they show has changed, and after the
 * database was away: pages that were made meanwhile say so.
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
