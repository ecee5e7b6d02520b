const dayMs = 86_400_000

/** How old a list of postcodes is. Days are UTC, YYYY-MM-DD. */
export type ListAge = {
  /** The list is from this day, the last of its month or year. */
  lastDay: string
  ageDays: number
  /** The day after which a newer list is due. */
  dueAfter: string
  /** Whether to ask for a newer list: from two months before that day. */
  isToDo: boolean
}

const noticeDays = 60

/**
 * @param date the list's: YYYY, YYYY-MM or YYYY-MM-DD
 * @param maxAgeDays how old it may become
 */
export function getListAge(date: string, now: Date, maxAgeDays: number): ListAge {
  const [year = 0, month, day] = date.split('-').map(Number)
  const last = day === undefined ? Date.UTC(year, month ?? 12, 0) : Date.UTC(year, (month ?? 1) - 1, day)
  const due = last + maxAgeDays * dayMs
  return {
    lastDay: toDay(last),
    ageDays: Math.max(Math.floor((now.getTime() - last) / dayMs), 0),
    dueAfter: toDay(due),
    isToDo: now.getTime() >= due - noticeDays * dayMs,
  }
}

function toDay(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10)
}
