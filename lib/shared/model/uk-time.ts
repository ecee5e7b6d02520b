const ukMinute = new Intl.DateTimeFormat('en-GB', {
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
const ukHour = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', hourCycle: 'h23' })

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
