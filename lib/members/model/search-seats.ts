import { searchWords } from '../../shared/model/search-words'

type Named = { name: string; mp: { name: string } | null }

/**
 * For the desk's pickers: searches seats by constituency or MP's name: each word typed must start a word of either. Ignores accents and
 * case. Constituencies that begin with the query come first.
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
