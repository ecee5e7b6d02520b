import 'server-only'
import { getSeat } from '../members/data/seats'
import { composeSeatCard, type ShareCard } from '../campaign/model/share-card'
import { isParliamentDissolved } from '../campaign/get'

/** The share card of a constituency, without an MP while Parliament is dissolved; null when no seat has this slug. */
export async function getSeatCard(slug: string): Promise<ShareCard | null> {
  const seat = await getSeat(slug)
  return seat && composeSeatCard(seat.name, (await isParliamentDissolved()) ? null : (seat.mp?.name ?? null))
}
