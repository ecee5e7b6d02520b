import type { ActionKind } from './action'
import { type Channel, channels } from './channel'
import { type ByKind, arrangeCounts } from './public-counts'

/** The true number of actions of one kind and channel in one constituency. */
export type SeatCount = { seatCode: string; kind: string; channel: string; count: number }

/** What is published from one full hour to the next. Each number is a lower bound. */
export type Publication = {
  asOf: Date
  totals: ByKind<number>
  /** Constituencies whose MP has definitely had a message opened for them. */
  seatsContacted: number
  /** By ONS code, only where something is published: each kind and channel with its number. */
  seats: Record<string, Partial<Record<ActionKind, Partial<Record<Channel, number>>>>>
}

/** A constituency's numbers are published in steps of this size; it is also the first number published. */
export const step = 5

// How much less likely each offset is than the one below it: the mean is 4, and 5 in 6 are below 8.
const ratio = 0.8

/**
 * The secret offset subtracted from a count: geometric, so it has no maximum, and no two neighbouring counts can ever
 * be distinguished with certainty. With an offset of 0 to 4, or one per step, anyone could work out the number by
 * adding actions of their own: at the edges, or where two steps overlap.
 * @param uniform from 0 to 1, 1 excluded
 */
export function drawHeldBack(uniform: number): number {
  return Math.floor(Math.log1p(-uniform) / Math.log(ratio))
}

/**
 * Turns the true counts into what is published. Each number is the true one minus a secret offset, drawn once and
 * never changed; a constituency's numbers are also rounded down to a step. Even somebody who adds actions of their own
 * and sees every publication learns only the true number minus the offset.
 * @param uniformOf always returns the same number from 0 to 1 for the same text, and cannot be predicted from outside
 */
export function composePublication(
  rows: readonly SeatCount[],
  asOf: Date,
  uniformOf: (name: string) => number,
): Publication {
  const release = (area: string, { kind, channel, count }: Omit<SeatCount, 'seatCode'>) =>
    Math.max(0, count - drawHeldBack(uniformOf(`${area} ${channel} ${kind}`)))
  const sums = new Map<string, Omit<SeatCount, 'seatCode'>>()
  const contacted = new Set<string>()
  const seats: Publication['seats'] = {}
  for (const row of rows) {
    const name = `${row.kind} ${row.channel}`
    sums.set(name, { ...row, count: (sums.get(name)?.count ?? 0) + row.count })
    const sure = release(row.seatCode, row)
    if (sure >= 1 && row.kind === 'opened') contacted.add(row.seatCode)
    const shown = Math.floor(sure / step) * step
    if (shown === 0 || !isKnown(row)) continue
    const seat = (seats[row.seatCode] ??= {})
    seat[row.kind] = { ...seat[row.kind], [row.channel]: shown }
  }
  const totals = arrangeCounts([...sums.values()].map((sum) => ({ ...sum, count: release('all', sum) })))
  return { asOf, totals, seatsContacted: contacted.size, seats }
}

function isKnown(row: { kind: string; channel: string }): row is { kind: ActionKind; channel: Channel } {
  return (row.kind === 'opened' || row.kind === 'confirmed') && channels.some((channel) => channel === row.channel)
}

/** The start of the period (an hour, for example) that an instant falls in. */
export function startOfPeriod(now: Date, minutes: number): Date {
  const periodMs = minutes * 60_000
  return new Date(Math.floor(now.getTime() / periodMs) * periodMs)
}
