const ukDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' })
const ukWords = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'long' })

/** The day it is in the UK at an instant, as YYYY-MM-DD. */
export function toUkDay(instant: Date): string {
  return ukDay.format(instant)
}

const shortWords = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' })

/** A day in few words: "31 Aug 2026". @param day YYYY-MM-DD */
export function formatShortDay(day: string): string {
  return shortWords.format(new Date(`${day}T00:00:00Z`))
}

/** The day it is in the UK at an instant, in words: "31 August 2026". */
export function formatUkDay(instant: Date): string {
  return ukWords.format(instant)
}
