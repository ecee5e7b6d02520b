import 'server-only'
import { listMessageSeats } from '../data/directory'
import { searchSeats } from '../domain/search-seats'

const most = 20

/** An MP who sits now, by Parliament's id. */
export type FoundMember = { memberId: number; name: string; party: string; seatName: string }

/**
 * MPs who sit now, for somebody who types a name or a constituency: at most 20, none for an empty search.
 * @param query as typed
 */
export async function searchMembers(query: string): Promise<FoundMember[]> {
  const seats = searchSeats(await listMessageSeats(), query.slice(0, 100))
  return seats.flatMap(({ name: seatName, mp }) => (mp ? [{ memberId: mp.id, name: mp.name, party: mp.party, seatName }] : [])).slice(0, most)
}
