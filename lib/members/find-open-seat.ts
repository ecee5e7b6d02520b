import 'server-only'
import { listOpenSeats } from './data/seats'
import { cacheBriefly } from '../shared/cache'
import { isParliamentDissolved } from '../campaign/get'

const readCodes = cacheBriefly(listOpenSeats)

/**
 * The ONS code of a seat with a Member to write to. Null when the seat is unknown or vacant, or Parliament is
 * dissolved. Changes show within a second.
 */
export async function findOpenSeat(slug: string, now: Date): Promise<string | null> {
  if (await isParliamentDissolved()) return null
  return (await readCodes(now)).get(slug) ?? null
}
