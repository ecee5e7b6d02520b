import 'server-only'
import { listSyncs, type Sync } from './data/desk'
import { findSeatPage } from './data/read-seed'
import { isLeased } from '../shared/database/lease'

/** A sync with the names and URLs of the seats that it changed. */
export type ShownSync = Omit<Sync, 'changes'> & {
  changes: (Sync['changes'][number] & { seat: string; slug: string | null })[]
}

/** The last 30 loads of the directory, newest first, and whether a sync is running now. */
export async function showSyncs(now: Date): Promise<{ syncs: ShownSync[]; isRunning: boolean }> {
  const [loads, isRunning] = await Promise.all([listSyncs(30), isLeased('sync', now)])
  const syncs = loads.map((sync) => ({
    ...sync,
    changes: sync.changes.map((change) => {
      const seat = findSeatPage(change.seatCode)
      return { ...change, seat: seat?.name ?? change.seatCode, slug: seat?.slug ?? null }
    }),
  }))
  return { syncs, isRunning }
}
