import 'server-only'
import { listOpenSeats } from '../data/directory'
import { isParliamentDissolved } from './get-campaign'

// So long a process goes by what it has read: reports come by the thousand a second.
const keptMs = 1_000

type Kept = { codes: Promise<Map<string, string>>; readAtMs: number }

let kept: Kept | null = null

/**
 * The ONS code of a seat that has a Member to write to; null when the seat is unknown or vacant, or
 * Parliament is dissolved. A change is seen within a second.
 */
export async function findOpenSeat(slug: string, now: Date): Promise<string | null> {
  if (await isParliamentDissolved()) return null
  if (!kept || Math.abs(now.getTime() - kept.readAtMs) >= keptMs) {
    const fresh: Kept = { codes: listOpenSeats(now), readAtMs: now.getTime() }
    fresh.codes.catch(() => kept === fresh && (kept = null))
    kept = fresh
  }
  return (await kept.codes).get(slug) ?? null
}
