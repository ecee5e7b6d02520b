const ukDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' })
const ukWords = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'long' })

/** The day it is in the UK at an instant, as YYYY-MM-DD. */
export function toUkDay(instant: Date): string {
  return ukDay.format(instant)
}

/** The day it is in the UK at an instant, in words: "31 August 2026". */
export function formatUkDay(instant: Date): string {
  return ukWords.format(instant)
}
