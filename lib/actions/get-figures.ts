import 'server-only'
import { listSeatsWithMp } from '../members/data/seats'
import { listNationFigures, listSeatTotals, listSourceFigures, type Span } from './data/figures'
import {
  type Figures,
  groupFigures,
  listDays,
  type SeatFigures,
  type SeatSort,
  sortSeatFigures,
  sumFigures,
  sumPersonal,
} from './model/figures'

/** The exact figures for a range of days, including days on which nothing happened. For staff only. */
export async function getFigures({ from, to }: Span): Promise<Figures> {
  const [rows, nations] = await Promise.all([listSourceFigures({ from, to }), listNationFigures({ from, to })])
  const days = groupFigures(rows, ({ day }) => day)
  return {
    from,
    to,
    totals: sumFigures(rows),
    personal: sumPersonal(rows),
    byDay: listDays(from, to).map((day) => ({
      day,
      personal: sumPersonal(days.get(day) ?? []),
      ...sumFigures(days.get(day) ?? []),
    })),
    byNation: [...groupFigures(nations, ({ nation }) => nation)].map(([nation, own]) => ({
      nation,
      ...sumFigures(own),
    })),
    bySource: [...groupFigures(rows, ({ source }) => source)].map(([source, own]) => ({
      source: source || null,
      ...sumFigures(own),
    })),
  }
}

/** All 650 seats with their exact all-time figures. For staff only. */
export async function listSeatFigures(sort: SeatSort, now: Date): Promise<SeatFigures[]> {
  const [seats, totals] = await Promise.all([listSeatsWithMp(now), listSeatTotals()])
  const bySeat = groupFigures(totals, ({ seatCode }) => seatCode)
  return sortSeatFigures(
    seats.map(({ mp, ...seat }) => ({ ...seat, mp: mp?.name ?? null, ...sumFigures(bySeat.get(seat.code) ?? []) })),
    sort,
  )
}
