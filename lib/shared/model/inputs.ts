import { z } from 'zod'
import { cleanName } from './display-name'
import { parsePeriodEnd, type Period } from './uk-time'
import { completeWebLink, explainWebLink, parseWebLink } from './web-link'

/** A required line of text, cleaned. The length is checked first, so that oversized input isn’t processed. */
export function oneLine(max: number, whenEmpty = 'Write something here.') {
  return z.string().max(max, atMost(max)).transform(cleanName).pipe(z.string().min(1, whenEmpty))
}

/** An optional line of text, cleaned. */
export function oneLineOrNone(max: number) {
  return z.string().max(max, atMost(max)).transform(cleanName)
}

/** The error message for text that is too long. */
export function atMost(max: number): string {
  return `At most ${max.toLocaleString('en-GB')} characters.`
}

/** A web address as people write it, also without https:// in front. The length holds for what is stored, too. */
export function webLink(max: number) {
  return z
    .string()
    .max(max, atMost(max))
    .transform((text, context) => {
      const href = parseWebLink(completeWebLink(text))
      if (href !== null && href.length <= max) return href
      context.addIssue({ code: 'custom', message: href === null ? explainWebLink(text) : atMost(max) })
      return z.NEVER
    })
}

/** A day, YYYY-MM-DD. */
export const dayInput = z.iso.date('Write the day as 2026-11-22.')

/** One end of a period, as a day or a time in the UK, or '' for no limit. */
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
