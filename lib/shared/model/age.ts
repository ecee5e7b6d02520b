import { toUkDay } from './day'

/** How long ago something was, in days as people count them in the UK: "today", "yesterday", "83 days ago". */
export function formatAge(at: Date, now: Date): string {
  const days = Math.round((Date.parse(toUkDay(now)) - Date.parse(toUkDay(at))) / 86_400_000)
  if (days < 2) return days === 1 ? 'yesterday' : 'today'
  return `${days} days ago`
}
