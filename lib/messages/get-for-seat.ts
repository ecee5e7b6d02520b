import 'server-only'
import { getSeat } from '../members/data/seats'
import type { OfferedMessage } from './model/message'
import type { SeatTraits } from './model/rule'
import type { Seat } from '../members/model/seat'
import { cacheUntilChange } from '../shared/cache'
import { getMessageWithTraits } from './get'

/** A seat, its message and what the rules look at, as they are now; null when no seat has this slug. Cached until a change, like its page. */
export const getSeatMessage = cacheUntilChange(
  async (slug: string, now: Date): Promise<{ seat: Seat; message: OfferedMessage; traits: SeatTraits } | null> => {
    const seat = await getSeat(slug, now)
    return seat && { seat, ...(await getMessageWithTraits(seat, now)) }
  },
)
