import { z } from 'zod'
import { type Channel, channels } from './channel'

/** What one connection did through one channel for one constituency on one day, over the cap. */
export type Burst = { day: string; seatCode: string; channel: Channel; prefix: string }

/** A burst waiting for staff. Hours are UK time; `sources` are tags, null for visits without a tag. */
export type HeldBurst = Burst & {
  opened: number
  confirmed: number
  sources: (string | null)[]
  firstHour: number
  lastHour: number
}

/** How many days staff can undo a decision about a burst; after that its rows are deleted. */
export const daysToUndo = 30

const shape = z.tuple([
  z.iso.date(),
  z.string().regex(/^[A-Z]\d{8}$/),
  z.enum(channels),
  z.string().regex(/^[\w-]{1,40}$/),
])

/** A burst's id, for URLs, forms and the log. */
export function composeBurstId({ day, seatCode, channel, prefix }: Burst): string {
  return [day, seatCode, channel, prefix].join('.')
}

/**
 * Parses a burst's id; null when it is invalid.
 * @param id not trusted
 */
export function parseBurstId(id: unknown): Burst | null {
  const { success, data } = shape.safeParse(typeof id === 'string' ? id.split('.') : null)
  if (!success) return null
  const [day, seatCode, channel, prefix] = data
  return { day, seatCode, channel, prefix }
}
