import { z } from 'zod'
import { cleanName } from './display-name'
import { parsePeriodEnd, type Period } from './uk-time'

/** Text on one line of at most so many characters, cleaned. What is too long costs no more than that. */
export function oneLine(most: number, whenEmpty = 'Write something here.') {
  return z.string().max(most, atMost(most)).transform(cleanName).pipe(z.string().min(1, whenEmpty))
}

/** The same, which may also be empty. */
export function oneLineOrNone(most: number) {
  return z.string().max(most, atMost(most)).transform(cleanName)
}

/** The rule of a text's length, in words. */
export function atMost(most: number): string {
  return `At most ${most.toLocaleString('en-GB')} characters.`
}

/** A day, YYYY-MM-DD. */
export const dayInput = z.iso.date('Write the day as 2026-11-22.')

/** A day or a minute of the UK, or '' for no end. */
export const periodEnd = (end: keyof Period) =>
  z
    .string()
    .max(50, 'This isn’t a date and time.')
    .trim()
    .transform((value, context) => {
      const instant = parsePeriodEnd(value, end)
      if (instant !== undefined) return instant
      context.addIssue({ code: 'custom', message: 'Write a day as 2026-11-22, or a time as 2026-11-22T09:30.' })
      return z.NEVER
    })
