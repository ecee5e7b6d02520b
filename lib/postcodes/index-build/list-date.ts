import type { ImportReport } from './report'

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
const numeric = /(?<!\d)(20\d\d)[-_. ]?(0[1-9]|1[0-2])(?:[-_. ]?(0[1-9]|[12]\d|3[01]))?(?!\d)/g
const named = /(?<![A-Z])(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*[-_. ]*(20\d\d)(?!\d)/gi

/**
 * The date of a list that was read: the newest month in the names of its files (`ONSPD_AUG_2026_UK.csv`,
 * `postcodes-2025-10.csv.gz`), or the month in which its newest postcode was introduced. Never the time of a download,
 * which says nothing about the list.
 * @returns YYYY-MM or YYYY-MM-DD; null when neither says
 */
export function findListDate({ sources, newestIntroduction }: ImportReport): string | null {
  return sources.flatMap(listDates).sort().at(-1) ?? newestIntroduction
}

function listDates(source: string): string[] {
  // Of a file inside a zip both names count, and of its folders none: those may be a download's.
  const name = source
    .split(':')
    .map((part) => part.slice(Math.max(part.lastIndexOf('/'), part.lastIndexOf('\\')) + 1))
    .join(' ')
  const numbers = [...name.matchAll(numeric)].map(([, year, month, day]) =>
    [year, month, day].filter(Boolean).join('-'),
  )
  const words = [...name.matchAll(named)].map(([, month = '', year]) => {
    return `${year}-${String(months.indexOf(month.toUpperCase()) + 1).padStart(2, '0')}`
  })
  return [...numbers, ...words]
}
