import { type Channel, channels } from '../../actions/model/channel'
import type { ByKind } from '../../actions/model/public-counts'

/** Messages opened this week and the week before, by channel; channels that nobody used are left out. */
export type WeekLine = { channel: Channel; now: number; before: number }

/** Compares two weeks by channel. */
export function compareWeeks(now: ByKind<number>, before: ByKind<number>): WeekLine[] {
  return channels
    .map((channel) => ({ channel, now: now.opened[channel] ?? 0, before: before.opened[channel] ?? 0 }))
    .filter((line) => line.now > 0 || line.before > 0)
}
