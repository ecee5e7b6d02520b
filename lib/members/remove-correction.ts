import 'server-only'
import { deleteCorrection } from './data/corrections'
import type { Change } from '../audit/model/actor'

/**
 * Removes a correction, so that visitors get what Parliament says.
 * @param given not trusted: its `id`, and when it was saved as it was `seen`, as `Date.toISOString` writes it
 * @returns false when it is gone already, or someone else has changed it since
 */
export async function removeCorrection(given: { id?: string; seen?: string }, change: Change): Promise<boolean> {
  const id = Number(given.id)
  return Number.isInteger(id) && Math.abs(id) < 2 ** 31 && deleteCorrection(id, change, given.seen ?? '')
}
