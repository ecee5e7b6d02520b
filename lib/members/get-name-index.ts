import 'server-only'
import { readWithFallback } from '../shared/fallback'
import { directorySeed, listShippedSeats } from './data/read-seed'
import { listAllSeats } from './data/seats'
import { composeNamedSeat } from './model/named-seats'
import { createNameIndex, type NameIndex } from './model/search-names'
import type { SeatSummary } from './model/seat'
import { loadPlaces } from './places/load'

let kept: { key: string; index: NameIndex } | undefined

/** Everything that a constituency can be found by. Kept until an MP changes; then built again, which takes 60 ms. */
export async function getNameIndex(): Promise<NameIndex> {
  return prepare(await readWithFallback(listAllSeats, listShippedSeats))
}

/** Prepares the search with the shipped MPs, so that the first visitor doesn't wait for it. */
export function warmNameIndex(): void {
  prepare(listShippedSeats())
}

function prepare(seats: readonly SeatSummary[]): NameIndex {
  const key = seats.map(({ slug, mp }) => `${slug} ${mp?.name} ${mp?.party}`).join('\n')
  if (kept?.key !== key) {
    const facts = new Map(directorySeed().seats.map((seat) => [seat.slug, seat]))
    const named = seats.flatMap((seat) => {
      const fact = facts.get(seat.slug)
      return fact ? [composeNamedSeat(seat, fact.code, fact.region)] : []
    })
    kept = { key, index: createNameIndex(named, loadPlaces()) }
  }
  return kept.index
}
