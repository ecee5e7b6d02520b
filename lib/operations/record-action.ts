import 'server-only'
import { createAction } from '../data/actions'
import type { Channel } from '../domain/channel'
import { toUkDay } from '../domain/day'

/** Counts one hand-off on the day it is now in the UK. Resolves once it is in the database. */
export function recordAction(seatCode: string, channel: Channel, now: Date): Promise<void> {
  return createAction({ seatCode, channel, day: toUkDay(now) })
}
