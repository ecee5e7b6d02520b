import { z } from 'zod'
import { type Channel, channels } from './channel'

/** What one connection did through one channel for one constituency on a day, beyond its number. */
export type Burst = { day: string; seatCode: string; channel: Channel; prefix: string }

/** A burst that waits for staff. Hours are of the day in UK time; `sources` are tags, null for no link of ours. */
export type HeldBurst = Burst & {
  opened: number
  confirmed: number
  sources: (string | null)[]
  firstHour: number
  lastHour: number
}

/** So many days after staff have decided about a burst it can be undone; then its lines are deleted. */
export const daysToUndo = 30

const shape = z.tuple([
  z.iso.date(),
  z.string().regex(/^[A-Z]\d{8}$/),
  z.enum(channels),
  z.string().regex(/^[\w-]{1,40}$/),
])

/** A burst as one text, for addresses, forms and the log. */
export function composeBurstId({ day, seatCode, channel, prefix }: Burst): string {
  return [day, seatCode, channel, prefix].join('.')
}

/** The burst of an id; null for what is none. @param id not trusted */
export function parseBurstId(id: unknown): Burst | null {
  const { success, data } = shape.safeParse(typeof id === 'string' ? id.split('.') : null)
  if (!success) return null
  const [day, seatCode, channel, prefix] = data
  return { day, seatCode, channel, prefix }
}
