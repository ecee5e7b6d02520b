const words = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'medium', timeStyle: 'short' })

/** An instant in words, in UK time: "22 Nov 2026, 14:05". */
export function formatMoment(instant: Date): string {
  return words.format(instant)
}
