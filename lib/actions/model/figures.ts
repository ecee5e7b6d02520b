import type { ActionKind } from './action'
import { arrangeCounts, type ByKind, sumChannels } from './public-counts'
import { addDays } from '../../shared/model/uk-time'

/** A stored count, whatever it was grouped by. */
export type FigureRow = { kind: string; channel: string; count: number }

/** Of the emails whose wording is known (`known`), how many include the visitor's own words (`own`). */
export type Personal = { own: number; known: number }

/** The exact figures for a range of days, both inclusive: for staff only. Never add the kinds up. */
export type Figures = {
  from: string
  to: string
  totals: ByKind<number>
  personal: Personal
  byDay: ({ day: string; personal: Personal } & ByKind<number>)[]
  byNation: ({ nation: string } & ByKind<number>)[]
  bySource: ({ source: string | null } & ByKind<number>)[]
}

/** A seat's exact all-time figures: for staff only. */
export type SeatFigures = {
  code: string
  slug: string
  name: string
  nation: string
  mp: string | null
} & ByKind<number>

export const seatSorts = ['name', 'nation', 'opened', 'confirmed'] as const

export type SeatSort = (typeof seatSorts)[number]

/** Groups rows by key and arranges each group's counts; groups keep the order of their first row. */
export function groupFigures<Row extends FigureRow, Key extends string>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}

/** Sums rows by kind and channel. */
export function sumFigures(rows: readonly FigureRow[]): ByKind<number> {
  const groups = groupFigures(rows, ({ kind, channel }) => `${kind} ${channel}`)
  return arrangeCounts(
    [...groups.values()].flatMap(([first, ...others]) =>
      first ? [{ ...first, count: others.reduce((sum, { count }) => sum + count, first.count) }] : [],
    ),
  )
}

/** Sums the opened emails by whether they include the visitor's own words. */
export function sumPersonal(rows: readonly (FigureRow & { wording: string })[]): Personal {
  const of = (wording: string) =>
    rows.reduce((sum, row) => sum + (row.kind === 'opened' && row.wording === wording ? row.count : 0), 0)
  return { own: of('own'), known: of('own') + of('ours') }
}

/** Every day in a range, both ends inclusive. */
export function listDays(from: string, to: string): string[] {
  const days: string[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

/** Sorts seats as requested, largest count first, then by name. */
export function sortSeatFigures(seats: readonly SeatFigures[], sort: SeatSort): SeatFigures[] {
  const byName = (a: SeatFigures, b: SeatFigures) => a.name.localeCompare(b.name, 'en')
  const by = (kind: ActionKind) => (a: SeatFigures, b: SeatFigures) =>
    sumChannels(b[kind]) - sumChannels(a[kind]) || byName(a, b)
  switch (sort) {
    case 'name':
      return seats.toSorted(byName)
    case 'nation':
      return seats.toSorted((a, b) => a.nation.localeCompare(b.nation, 'en') || byName(a, b))
    case 'opened':
    case 'confirmed':
      return seats.toSorted(by(sort))
  }
}
