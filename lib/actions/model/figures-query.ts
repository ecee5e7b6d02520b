import { z } from 'zod'
import { addDays, toUkDay } from '../../shared/model/uk-time'
import { type SeatSort, seatSorts } from './figures'

const maxDays = 366
const dayShape = z.iso.date()

/** The ranges offered as links, in days up to today. */
export const spanDays = [7, 28, 90, 365] as const

/** The range of `days` days ending today. */
export function lastDays(days: number, now: Date): { from: string; to: string } {
  const to = toUkDay(now)
  return { from: addDays(to, 1 - days), to }
}

/**
 * The range of days requested; the last 28 days when it is invalid or longer than a year.
 * @param asked not trusted: `from` and `to` as YYYY-MM-DD
 */
export function parseSpan(asked: Record<string, unknown>, now: Date): { from: string; to: string } {
  const [from, to] = [dayShape.safeParse(asked.from), dayShape.safeParse(asked.to)]
  if (!from.success || !to.success || from.data > to.data || addDays(from.data, maxDays) < to.data)
    return lastDays(28, now)
  return { from: from.data, to: to.data }
}

/** The sort order requested; by messages opened when it is invalid. */
export function parseSeatSort(asked: unknown): SeatSort {
  return seatSorts.find((sort) => sort === asked) ?? 'opened'
}
