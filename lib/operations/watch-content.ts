import 'server-only'
import { readContentMark } from '../data/audit'
import { log } from '../log'

// So often a process looks whether the desk, here or in another process, has changed what pages show.
const lookMs = 250

// Put there by lib/server/refresh.mjs, before Next is loaded. While developing, pages are made for
// each request, and there is none.
const held: typeof globalThis & { stableFuturesRefresh?: { key: string; run: () => Promise<void> } } = globalThis

/** Whether a request comes from this process itself. */
export function isRefreshKey(key: string | null): boolean {
  return held.stableFuturesRefresh !== undefined && key === held.stableFuturesRefresh.key
}

/**
 * From now on, makes every public page anew soon after something that pages show was changed, by whatever process,
 * and after the database was away: pages that were made meanwhile say so.
 */
export async function startWatchingContent({ isLate }: { isLate: boolean }): Promise<void> {
  const refresh = held.stableFuturesRefresh
  if (!refresh) return
  let seen = await readContentMark()
  let isWell = !isLate
  const look = async () => {
    try {
      const mark = await readContentMark()
      if (mark !== seen || !isWell) await refresh.run()
      seen = mark
      isWell = true
    } catch (error) {
      if (isWell) log.warn({ err: error }, 'cannot see whether content has changed')
      isWell = false
    }
    setTimeout(look, lookMs).unref()
  }
  setTimeout(look, lookMs).unref()
}
