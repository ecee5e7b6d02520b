'use server'

import { z } from 'zod'
import { listAllSeats } from '@/lib/data/directory'
import { searchSeats } from '@/lib/domain/search-seats'
import type { SeatSummary } from '@/lib/domain/seat'

/** What the picker shows: the search as typed, and the seats it found. */
export type SearchState = { query: string; seats: SeatSummary[] } | null

const queryField = z.string().catch('').transform((text) => text.slice(0, 100))

/**
 * Searches the 650 seats. By POST, although it only reads: people type postcodes into search
 * boxes, and a postcode never gets into an address.
 */
export async function submitSearch(_previous: unknown, form: FormData): Promise<SearchState> {
  const query = queryField.parse(form instanceof FormData ? form.get('query') : '')
  return { query, seats: searchSeats(await listAllSeats(), query) }
}
