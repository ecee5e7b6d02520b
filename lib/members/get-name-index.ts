import 'server-only'
import { cacheUntilChange } from '../shared/cache'
import { readWithFallback } from '../shared/fallback'
import { directorySeed, listShippedSeats } from './data/read-seed'
import { listAllSeats } from './data/seats'
import { composeNamedSeat } from './model/named-seats'
import { createNameIndex, type NameIndex } from './model/search-names'
import type { SeatSummary } from './model/seat'
import { loadPlaces } from './places/load'

let kept: { seats: readonly SeatSummary[]; key: string; index: NameIndex } | undefined

// Reading 650 of them takes longer than a search.
const readSeats = cacheUntilChange((_key: 'all') => listAllSeats())

/** Everything that a constituency can be found by. Kept until an MP changes; then built again, which takes 60 ms. */
export async function getNameIndex(): Promise<NameIndex> {
  return prepare((await readWithFallback(() => readSeats('all'), listShippedSeats)) ?? [])
}

/** Prepares the search with the shipped MPs, so that the first visitor doesn't wait for it. */
export function warmNameIndex(): void {
  prepare(listShippedSeats())
}

function prepare(seats: readonly SeatSummary[]): NameIndex {
  if (kept?.seats === seats) return kept.index
  const key = seats.map(({ slug, mp }) => `${slug} ${mp?.name} ${mp?.party}`).join('\n')
  if (kept?.key !== key) {
    const facts = new Map(directorySeed().seats.map((seat) => [seat.slug, seat]))
    const named = seats.flatMap((seat) => {
      const fact = facts.get(seat.slug)
      return fact ? [composeNamedSeat(seat, fact.code, fact.region)] : []
    })
    kept = { seats, key, index: createNameIndex(named, loadPlaces()) }
  }
  kept.seats = seats
  return kept.index
}
