// Days and times as the UK’s clocks show them.

const ukDay = /* @__PURE__ */ new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' })
const ukWords = /* @__PURE__ */ new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'long' })

// A day begins with a whole minute. Formatting takes 20 µs, and a report asks several times.
let latest = { minute: NaN, day: '' }

/** The day it is in the UK at an instant, as YYYY-MM-DD. */
export function toUkDay(instant: Date): string {
  const minute = Math.floor(instant.getTime() / 60_000)
  if (latest.minute !== minute) latest = { minute, day: ukDay.format(instant) }
  return latest.day
}

const shortWords = /* @__PURE__ */ new Intl.DateTimeFormat('en-GB', {
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

const momentWords = /* @__PURE__ */ new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  dateStyle: 'medium',
  timeStyle: 'short',
})

/** An instant in words, in UK time: "22 Nov 2026, 14:05". */
export function formatMoment(instant: Date): string {
  return momentWords.format(instant)
}

/** How long ago something was, in days as people count them in the UK: "today", "yesterday", "83 days ago". */
export function formatAge(at: Date, now: Date): string {
  const days = Math.round((Date.parse(toUkDay(now)) - Date.parse(toUkDay(at))) / 86_400_000)
  if (days < 2) return days === 1 ? 'yesterday' : 'today'
  return `${days} days ago`
}

const ukMinute = /* @__PURE__ */ new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** An instant as the UK's clocks show it, to the minute: "2026-11-22T09:30", as `<input type="datetime-local">` writes it. */
export function formatUkMinute(instant: Date): string {
  const parts = Object.fromEntries(ukMinute.formatToParts(instant).map(({ type, value }) => [type, value]))
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`
}

// The UK is whole hours off UTC. Formatting takes 20 µs, and each report asks.
let latestHour = { start: NaN, hour: 0 }
const ukHour = /* @__PURE__ */ new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  hourCycle: 'h23',
})

/** The hour that the UK's clocks show at an instant, 0 to 23. */
export function toUkHour(instant: Date): number {
  const start = Math.floor(instant.getTime() / 3_600_000)
  if (latestHour.start !== start) latestHour = { start, hour: Number(ukHour.format(instant)) }
  return latestHour.hour
}

/**
 * The instant of a minute on the UK's clocks. Of the hour that comes twice in October it is the first.
 * @param text YYYY-MM-DDTHH:MM
 * @returns null for what is no time, or is in the hour that March leaves out
 */
export function parseUkMinute(text: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) return null
  const asUtc = Date.parse(`${text}:00Z`)
  if (Number.isNaN(asUtc)) return null
  const found = [asUtc - 3_600_000, asUtc].find((instant) => formatUkMinute(new Date(instant)) === text)
  return found === undefined ? null : new Date(found)
}

/**
 * The instant at which a day begins in the UK.
 * @param day YYYY-MM-DD
 * @returns null for what is no day
 */
export function startOfUkDay(day: string): Date | null {
  return parseUkMinute(`${day}T00:00`)
}

/** The day so many days after another; both are YYYY-MM-DD. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** From when until when something is in force: `from` belongs to it, `until` does not; null is without an end. */
export type Period = { from: Date | null; until: Date | null }

/** Whether an instant is in a period. */
export function isWithin({ from, until }: Period, now: Date): boolean {
  return (from === null || from <= now) && (until === null || now < until)
}

/**
 * Reads one end of a period as staff write it: a minute or a day of the UK, or nothing. As an end,
 * a day is meant to its last minute.
 * @returns undefined for what is neither
 */
export function parsePeriodEnd(text: string, end: keyof Period): Date | null | undefined {
  if (text === '') return null
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return parseUkMinute(text) ?? undefined
  const day = startOfUkDay(text)
  return (day && end === 'until' ? startOfUkDay(addDays(text, 1)) : day) ?? undefined
}
