import type { ActionKind } from './action'
import { type Channel, channels } from './channel'

export type ByChannel<Count> = Record<Channel, Count>

/** The counts of each kind by channel. Never add the kinds up: one message can be in both. */
export type ByKind<Count> = Record<ActionKind, ByChannel<Count>>

/**
 * Arranges rows into every kind and channel, with 0 where there is no row. Rows with a kind or channel that this
 * version doesn't know are ignored.
 */
export function arrangeCounts(rows: { kind: string; channel: string; count: number }[]): ByKind<number> {
  const find = (kind: ActionKind, channel: Channel) =>
    rows.find((row) => row.kind === kind && row.channel === channel)?.count ?? 0
  return arrange(find)
}

/**
 * The counts that pages show, each a lower bound: for one constituency, null below the first published step; and for
 * all of them together.
 */
export type PageCounts = { seat: Record<ActionKind, number | null>; all: Record<ActionKind, number>; asOf: Date }

/**
 * A lower bound of people: the most that is published for any one channel, since one person may use several. Null when
 * none is published.
 */
export function maxPublished(byChannel: ByChannel<number | null>): number | null {
  const published = channels.flatMap((channel) => byChannel[channel] ?? [])
  return published.length === 0 ? null : Math.max(...published)
}

/** The number of actions of one kind over all channels. */
export function sumChannels(counts: ByChannel<number>): number {
  return channels.reduce((sum, channel) => sum + counts[channel], 0)
}

/** Builds a value for every kind and channel. */
export function arrange<Count>(find: (kind: ActionKind, channel: Channel) => Count): ByKind<Count> {
  const ofKind = (kind: ActionKind): ByChannel<Count> => ({
    x: find(kind, 'x'),
    bluesky: find(kind, 'bluesky'),
    email: find(kind, 'email'),
    letter: find(kind, 'letter'),
    copy: find(kind, 'copy'),
    facebook: find(kind, 'facebook'),
    threads: find(kind, 'threads'),
    whatsapp: find(kind, 'whatsapp'),
    share: find(kind, 'share'),
  })
  return { opened: ofKind('opened'), confirmed: ofKind('confirmed') }
}
