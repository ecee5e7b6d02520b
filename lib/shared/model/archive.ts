import { addDays, formatUkDay, startOfUkDay, toUkDay } from './uk-time'

/** How many days what is archived can be brought back; then it is deleted for good. */
export const archivedDays = 30

/** The UK day, YYYY-MM-DD, on which something archived is deleted for good. */
export function findLastDay(archivedAt: Date): string {
  return addDays(toUkDay(archivedAt), archivedDays)
}

/** That day in full, for people. */
export function formatLastDay(archivedAt: Date): string {
  return formatUkDay(startOfUkDay(findLastDay(archivedAt)) ?? archivedAt)
}

/** Whether that day has come. */
export function isPastArchive(archivedAt: Date, now: Date): boolean {
  return findLastDay(archivedAt) <= toUkDay(now)
}
