import { searchWords } from '../../shared/model/search-words'
import type { SeatSummary } from './seat'

/** What the picker shows: the search as typed, what is wrong with it if anything, and the seats found. */
export type SearchState = {
  query: string
  error: 'empty' | 'postcode' | 'limited' | 'unanswered' | null
  seats: SeatSummary[]
  found: number
} | null

type Named = { name: string; mp: { name: string } | null }

/**
 * The seats that a search finds, by constituency or MP's name: every word typed must begin a word
 * of either. Accents and case do not matter. Those whose constituency begins with the search come first.
 * @param query as typed; an empty one finds nothing
 */
export function searchSeats<Seat extends Named>(seats: readonly Seat[], query: string): Seat[] {
  const wanted = searchWords(query)
  if (wanted.length === 0) return []
  const key = wanted.join(' ')
  return seats
    .filter((seat) => {
      const present = searchWords(`${seat.name} ${seat.mp?.name ?? ''}`)
      return wanted.every((word) => present.some((candidate) => candidate.startsWith(word)))
    })
    .sort((a, b) => Number(startsWith(b, key)) - Number(startsWith(a, key)))
}

function startsWith(seat: Named, key: string): boolean {
  return searchWords(seat.name).join(' ').startsWith(key)
}
