// Days and times in UK local time.
import { once } from './once'

const ukDay = /* @__PURE__ */ once(
  () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' }),
)
const ukWords = /* @__PURE__ */ once(
  () => new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'long' }),
)

// Cached, since formatting takes 20 µs and each report asks several times. A day starts on a whole minute.
let latest = { minute: NaN, day: '' }

/** The UK date at an instant, as YYYY-MM-DD. */
export function toUkDay(instant: Date): string {
  const minute = Math.floor(instant.getTime() / 60_000)
  if (latest.minute !== minute) latest = { minute, day: ukDay().format(instant) }
  return latest.day
}

const shortWords = /* @__PURE__ */ once(
  () =>
    new Intl.DateTimeFormat('en-GB', {
      timeZone: 'UTC',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
    }),
)

/** A date in short form: "31 Aug 2026". @param day YYYY-MM-DD */
export function formatShortDay(day: string): string {
  return shortWords().format(new Date(`${day}T00:00:00Z`))
}

/** The UK date at an instant, in full: "31 August 2026". */
export function formatUkDay(instant: Date): string {
  return ukWords().format(instant)
}

const momentWords = /* @__PURE__ */ once(
  () =>
    new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/London',
      dateStyle: 'medium',
      timeStyle: 'short',
    }),
)

/** The UK date and time at an instant: "22 Nov 2026, 14:05". */
export function formatMoment(instant: Date): string {
  return momentWords().format(instant)
}

/** How long ago something was, in UK calendar days: "today", "yesterday", "83 days ago". */
export function formatAge(at: Date, now: Date): string {
  const days = Math.round((Date.parse(toUkDay(now)) - Date.parse(toUkDay(at))) / 86_400_000)
  if (days < 2) return days === 1 ? 'yesterday' : 'today'
  return `${days} days ago`
}

const ukMinute = /* @__PURE__ */ once(
  () =>
    new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/London',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
)

/** UK local time at an instant, to the minute, as `<input type="datetime-local">` has it: "2026-11-22T09:30". */
export function formatUkMinute(instant: Date): string {
  const parts = Object.fromEntries(
    ukMinute()
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  )
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`
}

// Cached, since formatting takes 20 µs and each report asks. The UK is always a whole number of hours off UTC.
let latestHour = { start: NaN, hour: 0 }
const ukHour = /* @__PURE__ */ once(
  () =>
    new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/London',
      hour: '2-digit',
      hourCycle: 'h23',
    }),
)

/** The hour in the UK at an instant, 0 to 23. */
export function toUkHour(instant: Date): number {
  const start = Math.floor(instant.getTime() / 3_600_000)
  if (latestHour.start !== start) latestHour = { start, hour: Number(ukHour().format(instant)) }
  return latestHour.hour
}

/**
 * Parses a UK local time. In the repeated hour when clocks go back, the first occurrence is meant.
 * @param text YYYY-MM-DDTHH:MM
 * @returns null if the time is invalid, or is skipped when clocks go forward
 */
export function parseUkMinute(text: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) return null
  const asUtc = Date.parse(`${text}:00Z`)
  if (Number.isNaN(asUtc)) return null
  const found = [asUtc - 3_600_000, asUtc].find((instant) => formatUkMinute(new Date(instant)) === text)
  return found === undefined ? null : new Date(found)
}

/**
 * The instant at which a day starts in the UK.
 * @param day YYYY-MM-DD
 * @returns null if the day is invalid
 */
export function startOfUkDay(day: string): Date | null {
  return parseUkMinute(`${day}T00:00`)
}

/** Adds days to a date; both are YYYY-MM-DD. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** When something is in force: from `from` (inclusive) to `until` (exclusive); null means no limit. */
export type Period = { from: Date | null; until: Date | null }

/** Whether an instant falls within a period. */
export function isWithin({ from, until }: Period, now: Date): boolean {
  return (from === null || from <= now) && (until === null || now < until)
}

/**
 * Parses one end of a period as staff type it: a UK time or day, or nothing. As `until`, a day counts in full.
 * @returns null for no limit, undefined if the text is invalid
 */
export function parsePeriodEnd(text: string, end: keyof Period): Date | null | undefined {
  if (text === '') return null
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return parseUkMinute(text) ?? undefined
  const day = startOfUkDay(text)
  return (day && end === 'until' ? startOfUkDay(addDays(text, 1)) : day) ?? undefined
}
