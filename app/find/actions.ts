'use server'

import { z } from 'zod'
import { readVisitor } from '@/app/read-visitor'
import type { SearchState } from '@/lib/members/model/search-seats'
import { findSeats } from '@/lib/members/find-seats'
import { isWithinLimit } from '@/lib/shared/limits'
import { requestLimits } from '@/lib/actions/model/privacy'

const queryField = z
  .string()
  .catch('')
  .transform((text) => text.slice(0, 100))

/**
 * Searches the 650 constituencies. It only reads, but uses POST: people type postcodes into search boxes, and a
 * postcode must never end up in a URL.
 */
export async function submitSearch(_previous: unknown, form: unknown): Promise<SearchState> {
  const query = queryField.parse(form instanceof FormData ? form.get('query') : '')
  const { address } = await readVisitor()
  return isWithinLimit(requestLimits.search, address)
    ? findSeats(query)
    : { query, error: 'limited', seats: [], found: 0 }
}
