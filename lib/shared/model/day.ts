const ukDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' })
const ukWords = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'long' })

// A day begins with a whole minute. Formatting takes 20 µs, and a report asks several times.
let latest = { minute: NaN, day: '' }

/** The day it is in the UK at an instant, as YYYY-MM-DD. */
export function toUkDay(instant: Date): string {
  const minute = Math.floor(instant.getTime() / 60_000)
  if (latest.minute !== minute) latest = { minute, day: ukDay.format(instant) }
  return latest.day
}

const shortWords = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
})

/** A day in few words: "31 Aug 2026". @param day YYYY-MM-DD */
export function formatShortDay(day: string): string {
  return shortWords.format(new Date(`${day}T00:00:00Z`))
}

/** The day it is in the UK at an instant, in words: "31 August 2026". */
export function formatUkDay(instant: Date): string {
  return ukWords.format(instant)
}
