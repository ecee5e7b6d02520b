import type { ActionKind } from './action'
import { type Channel, channels } from './channel'
import { type ByKind, arrangeCounts } from './public-counts'

/** How many actions of one kind and channel one constituency really has. */
export type SeatCount = { seatCode: string; kind: string; channel: string; count: number }

/** What the public is told from one full hour to the next. Each number is a lower bound. */
export type Publication = {
  asOf: Date
  totals: ByKind<number>
  /** Constituencies of which it is sure that something was opened for their MP. */
  seatsContacted: number
  /** By ONS code, of those of which anything is told: kinds and channels with a number. */
  seats: Record<string, Partial<Record<ActionKind, Partial<Record<Channel, number>>>>>
}

/** The step in which a constituency's numbers rise, and the first of them that is told. */
export const step = 5

// So much less likely is a secret of one more: the mean is 4, and 5 of 6 are below 8.
const ratio = 0.8

/**
 * What is held back of a count: geometric, so that it has no largest value and no two neighbouring counts
 * can ever be told apart for sure. A secret of 0 to 4, or one for each step, would let somebody who adds
 * actions of their own find the number: at its edges, or where two steps overlap.
 * @param uniform from 0 to 1, 1 excluded
 */
export function drawHeldBack(uniform: number): number {
  return Math.floor(Math.log1p(-uniform) / Math.log(ratio))
}

/**
 * Makes what is published out of the true counts. Every number is the true one less what is held back of it,
 * which is drawn once and for ever; those of a constituency are rounded down to a step besides. Whoever adds
 * any number of own actions, and sees every publication, learns the true number less its secret, no more.
 * @param uniformOf the same number from 0 to 1 for the same text, always; nobody outside can know it
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

/** The beginning of the hour, or of another period, in which an instant lies. */
export function startOfPeriod(now: Date, minutes: number): Date {
  const periodMs = minutes * 60_000
  return new Date(Math.floor(now.getTime() / periodMs) * periodMs)
}
