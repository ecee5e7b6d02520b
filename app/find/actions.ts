'use server'

import { z } from 'zod'
import type { SearchState } from '@/lib/domain/search-seats'
import { findSeats } from '@/lib/operations/find-seats'

const queryField = z.string().catch('').transform((text) => text.slice(0, 100))

/**
 * Searches the 650 seats. By POST, although it only reads: people type postcodes into search
 * boxes, and a postcode never gets into an address.
 */
export async function submitSearch(_previous: unknown, form: unknown): Promise<SearchState> {
  return findSeats(queryField.parse(form instanceof FormData ? form.get('query') : ''))
}
