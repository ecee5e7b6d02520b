import type { ActionKind } from './action'
import { type Channel, channels } from './channel'

export type ByChannel<Count> = Record<Channel, Count>

/** The counts of each kind by channel. Kinds are never added up: an action can be in both. */
export type ByKind<Count> = Record<ActionKind, ByChannel<Count>>

/**
 * Counts as rows, turned into every kind and channel, with 0 where there is no row. Rows of a kind or
 * channel that this version does not know are left out.
 */
export function arrangeCounts(rows: { kind: string; channel: string; count: number }[]): ByKind<number> {
  const find = (kind: ActionKind, channel: Channel) =>
    rows.find((row) => row.kind === kind && row.channel === channel)?.count ?? 0
  return arrange(find)
}

/** What pages tell, each number a lower bound: of one constituency, null below the first that is told; of all together. */
export type PageCounts = { seat: Record<ActionKind, number | null>; all: Record<ActionKind, number>; asOf: Date }

/** The sum of what is told by channel; null where nothing is. */
export function sumTold(byChannel: ByChannel<number | null>): number | null {
  const told = channels.flatMap((channel) => byChannel[channel] ?? [])
  return told.length === 0 ? null : told.reduce((sum, count) => sum + count, 0)
}

/** The actions of one kind through all channels. */
export function sumChannels(counts: ByChannel<number>): number {
  return channels.reduce((sum, channel) => sum + counts[channel], 0)
}

/** Every kind and channel with what is found for it. */
export function arrange<Count>(find: (kind: ActionKind, channel: Channel) => Count): ByKind<Count> {
  const ofKind = (kind: ActionKind): ByChannel<Count> => ({
    x: find(kind, 'x'),
    bluesky: find(kind, 'bluesky'),
    email: find(kind, 'email'),
    letter: find(kind, 'letter'),
    copy: find(kind, 'copy'),
  })
  return { opened: ofKind('opened'), confirmed: ofKind('confirmed') }
}
