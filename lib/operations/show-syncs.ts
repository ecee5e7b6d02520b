import 'server-only'
import { listSyncs, type Sync } from '../data/directory-page'
import { findSeatPage } from '../data/facts'

/** A sync with the names and addresses of the seats that it changed. */
export type ShownSync = Omit<Sync, 'changes'> & { changes: (Sync['changes'][number] & { seat: string; slug: string | null })[] }

/** The last 30 loads of the directory, the newest first. */
export async function showSyncs(): Promise<ShownSync[]> {
  const syncs = await listSyncs(30)
  return syncs.map((sync) => ({
    ...sync,
    changes: sync.changes.map((change) => {
      const seat = findSeatPage(change.seatCode)
      return { ...change, seat: seat?.name ?? change.seatCode, slug: seat?.slug ?? null }
    }),
  }))
}
