import 'server-only'
import { listAllSeats } from './data/seats'
import { listShippedSeats } from './data/read-seed'
import { readPostcode } from '../postcodes/model/postcode'
import { type SearchState, searchSeats } from './model/search-seats'
import { readWithFallback } from '../shared/fallback'
import { isParliamentDissolved } from '../campaign/get'

const maxShown = 50

/** The picker's results for a constituency or MP's name, as typed. */
export async function findSeats(query: string): Promise<NonNullable<SearchState>> {
  if (await isParliamentDissolved()) return { query, error: null, seats: [], found: 0 }
  if (query.trim() === '') return { query, error: 'empty', seats: [], found: 0 }
  const seats = searchSeats(await readWithFallback(listAllSeats, listShippedSeats), query)
  const isPostcode = seats.length === 0 && readPostcode(query).kind !== 'invalid'
  return { query, error: isPostcode ? 'postcode' : null, seats: seats.slice(0, maxShown), found: seats.length }
}
