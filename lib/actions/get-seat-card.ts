import 'server-only'
import { getSeat } from '../members/data/seats'
import { composeSeatCard, type ShareCard } from '../campaign/model/share-card'
import { env } from '../shared/env'

/** What the picture of a constituency's page says; null when no seat has this slug. */
export async function getSeatCard(slug: string): Promise<ShareCard | null> {
  const seat = await getSeat(slug)
  return seat && composeSeatCard(seat.name, env.PARLIAMENT_DISSOLVED ? null : (seat.mp?.name ?? null))
}
