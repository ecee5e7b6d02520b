import { z } from 'zod'
import { addDays, toUkDay } from '../../shared/model/uk-time'
import { type SeatSort, seatSorts } from './figures'

const mostDays = 366
const dayShape = z.iso.date()

/** Spans that can be chosen by a link: so many days up to today. */
export const spanDays = [7, 28, 90, 365] as const

/** The span of so many days that ends with today. */
export function lastDays(days: number, now: Date): { from: string; to: string } {
  const to = toUkDay(now)
  return { from: addDays(to, 1 - days), to }
}

/**
 * The span of days that was asked for; the last 28 days when that is none, or longer than a year.
 * @param asked not trusted: `from` and `to` as YYYY-MM-DD
 */
export function parseSpan(asked: Record<string, unknown>, now: Date): { from: string; to: string } {
  const [from, to] = [dayShape.safeParse(asked.from), dayShape.safeParse(asked.to)]
  if (!from.success || !to.success || from.data > to.data || addDays(from.data, mostDays) < to.data)
    return lastDays(28, now)
  return { from: from.data, to: to.data }
}

/** The order that was asked for; by what was opened when that is none. */
export function parseSeatSort(asked: unknown): SeatSort {
  return seatSorts.find((sort) => sort === asked) ?? 'opened'
}
