import { formatCsvRow } from '../shared/csv'
import { kinds } from './model/action'
import { channels } from './model/channel'
import type { Figures, SeatFigures } from './model/figures'
import type { MessageLine } from './model/message-figures'
import type { ByKind } from './model/public-counts'

const countHeads = kinds.flatMap((kind) => channels.map((channel) => `${kind} ${channel}`))

function countsOf(figures: ByKind<number>): string[] {
  return kinds.flatMap((kind) => channels.map((channel) => String(figures[kind][channel])))
}

/** Figures by day, nation or source as CSV (RFC 4180): a header, then one row each. */
export function formatFiguresCsv(figures: Figures, by: 'day' | 'nation' | 'source'): string {
  switch (by) {
    case 'day':
      return formatCsv(
        ['day', ...countHeads, 'emails with own words', 'emails of which that is known'],
        figures.byDay.map((row) => [row.day, ...countsOf(row), String(row.personal.own), String(row.personal.known)]),
      )
    case 'nation':
      return formatCsv(
        ['nation', ...countHeads],
        figures.byNation.map((row) => [row.nation, ...countsOf(row)]),
      )
    case 'source':
      return formatCsv(
        ['source', ...countHeads],
        figures.bySource.map((row) => [row.source ?? '', ...countsOf(row)]),
      )
  }
}

/** The messages' figures as CSV (RFC 4180). */
export function formatMessageCsv(lines: readonly MessageLine[]): string {
  return formatCsv(
    ['message', ...countHeads, 'letters sent from here'],
    lines.map((line) => [line.name, ...countsOf(line), String(line.sent)]),
  )
}

/** The seats' figures as CSV (RFC 4180). */
export function formatSeatFiguresCsv(seats: readonly SeatFigures[]): string {
  return formatCsv(
    ['code', 'constituency', 'nation', 'MP', ...countHeads],
    seats.map((seat) => [seat.code, seat.name, seat.nation, seat.mp ?? '', ...countsOf(seat)]),
  )
}

function formatCsv(head: string[], rows: string[][]): string {
  return [head, ...rows].map(formatCsvRow).join('')
}
