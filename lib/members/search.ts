import 'server-only'
import { listSeatsWithMp } from './data/seats'
import type { FoundMember } from './model/found-member'
import { searchSeats } from './model/search-seats'

const maxFound = 20

/**
 * Searches current MPs by name or constituency: at most 20, none for an empty query.
 * @param query as typed
 */
export async function searchMembers(query: string): Promise<FoundMember[]> {
  const seats = searchSeats(await listSeatsWithMp(), query.slice(0, 100))
  return seats
    .flatMap(({ mp, slug, name, nation }) =>
      mp ? [{ memberId: mp.id, name: mp.name, party: mp.party, seat: { slug, name, nation } }] : [],
    )
    .slice(0, maxFound)
}
