import 'server-only'
import { deleteCorrection } from './data/corrections'
import type { Change } from '../audit/model/actor'

/**
 * Removes a correction, so that visitors see Parliament's data again.
 * @param given not trusted: its `id`, and in `seen` when the version on screen was saved (`Date.toISOString`)
 * @returns false when it has already gone, or has changed since
 */
export async function removeCorrection(given: { id?: string; seen?: string }, change: Change): Promise<boolean> {
  const id = Number(given.id)
  return Number.isInteger(id) && Math.abs(id) < 2 ** 31 && deleteCorrection(id, change, given.seen ?? '')
}
