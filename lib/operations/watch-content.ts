import 'server-only'
import { readContentMark } from '../data/audit'
import { listContentMoments } from '../data/content-moments'
import { toUkDay } from '../domain/day'
import { log } from '../log'
import { refreshPages } from './refresh-pages'

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
export async function startWatchingContent({ isLate }: { isLate: boolean }): Promise<void> {
  const isChanged = createContentWatch()
  await isChanged(new Date())
  let isWell = !isLate
  const look = async () => {
    try {
      const isNew = await isChanged(new Date())
      if (isNew || !isWell) refreshPages()
      isWell = true
    } catch (error) {
      if (isWell) log.warn({ err: error }, 'cannot see whether content has changed')
      isWell = false
    }
    setTimeout(look, lookMs).unref()
  }
  setTimeout(look, lookMs).unref()
}
