import 'server-only'
import { getSeat } from '../members/data/seats'
import type { Message } from './model/message'
import type { Seat } from '../members/model/seat'
import { keepUntilChange } from '../shared/kept'
import { getMessage } from './get'

/** A seat and its message as they are now; null when no seat has this slug. Cached until a change, like its page. */
export const getSeatMessage = keepUntilChange(
  async (slug: string, now: Date): Promise<{ seat: Seat; message: Message } | null> => {
    const seat = await getSeat(slug, now)
    return seat && { seat, message: await getMessage(seat, now) }
  },
)
