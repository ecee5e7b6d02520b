import 'server-only'
import { getSeat } from '../data/directory'
import type { Message } from '../domain/message'
import type { Seat } from '../domain/seat'
import { keepUntilChange } from '../kept'
import { getMessage } from './get-message'

/** A seat as it is now and its message; null when no seat has this slug. Read anew after a change, as its page is. */
export const { get: getSeatMessage } = keepUntilChange(async (slug: string, now: Date): Promise<{ seat: Seat; message: Message } | null> => {
  const seat = await getSeat(slug, now)
  return seat && { seat, message: await getMessage(seat, now) }
})
