import type { ActionKind } from './action'
import { type Channel, channels } from './channel'

/** Fewer than this many actions to one constituency are not published as a number. */
export const smallestShown = 5
const fewText = `fewer than ${smallestShown}`

export type ByChannel<Count> = Record<Channel, Count>

/** The counts of each kind by channel. Kinds are never added up: an action can be in both. */
export type ByKind<Count> = Record<ActionKind, ByChannel<Count>>

/**
 * Counts as rows, turned into every kind and channel, with 0 where there is no row. Rows of a kind or
 * channel that this version does not know are left out.
 */
export function arrangeCounts(rows: { kind: string; channel: string; count: number }[]): ByKind<number> {
  const find = (kind: ActionKind, channel: Channel) => rows.find((row) => row.kind === kind && row.channel === channel)?.count ?? 0
  return arrange(find)
}

/** Counts of one constituency as they are published: from 0 to 4, only that they are few. */
export function hideSmallCounts(counts: ByKind<number>): ByKind<number | string> {
  return arrange((kind, channel) => {
    const count = counts[kind][channel]
    return count < smallestShown ? fewText : count
  })
}

/** What pages tell: of one seat at least so many, null for fewer than 5; of all seats together exactly. */
export type PageCounts = { seat: Record<ActionKind, number | null>; all: Record<ActionKind, number> }

/** The counts that a seat's page shows, from the seat's own and those of all. */
export function composePageCounts(seat: ByKind<number>, all: ByKind<number>): PageCounts {
  return {
    seat: { opened: countAtLeast(seat.opened), confirmed: countAtLeast(seat.confirmed) },
    all: { opened: sumChannels(all.opened), confirmed: sumChannels(all.confirmed) },
  }
}

// Channels are published one by one, so an exact sum would tell what a small one hides.
function countAtLeast(byChannel: ByChannel<number>): number | null {
  if (sumChannels(byChannel) < smallestShown) return null
  const shown = channels.filter((channel) => byChannel[channel] >= smallestShown)
  return Math.max(smallestShown, shown.reduce((sum, channel) => sum + byChannel[channel], 0))
}

/** The actions of one kind through all channels. */
export function sumChannels(counts: ByChannel<number>): number {
  return channels.reduce((sum, channel) => sum + counts[channel], 0)
}

function arrange<Count>(find: (kind: ActionKind, channel: Channel) => Count): ByKind<Count> {
  const ofKind = (kind: ActionKind): ByChannel<Count> => ({
    x: find(kind, 'x'),
    bluesky: find(kind, 'bluesky'),
    email: find(kind, 'email'),
    letter: find(kind, 'letter'),
    copy: find(kind, 'copy'),
  })
  return { opened: ofKind('opened'), confirmed: ofKind('confirmed') }
}
