import type { SkipReason } from './row'

/** How many times something went wrong, and where it first did. */
export type Problems = { count: number; samples: string[] }

export type ImportReport = {
  /** The files that were read; of a zip, `file:entry`. */
  sources: string[]
  /** The month of the newest postcode, YYYY-MM, where the list says. */
  newestIntroduction: string | null
  rows: number
  live: number
  terminated: number
  repeated: number
  skipped: Record<SkipReason, number>
  malformed: Problems
  conflicts: Problems
}

const maxSamples = 20
/** A complete list for Great Britain has 1.7 million; anything less is partial. */
export const fewestPostcodes = 1_000_000
/** One row in a thousand may be malformed; in a small list, as many as the report shows. */
const malformedTolerance = { share: 0.001, count: maxSamples }

export function createReport(): ImportReport {
  const skipped = { northern_ireland: 0, islands: 0, no_constituency: 0, obsolete_form: 0 }
  return {
    sources: [],
    newestIntroduction: null,
    rows: 0,
    live: 0,
    terminated: 0,
    repeated: 0,
    skipped,
    malformed: { count: 0, samples: [] },
    conflicts: { count: 0, samples: [] },
  }
}

export function addProblem(problems: Problems, sample: string): void {
  problems.count++
  if (problems.samples.length < maxSamples) problems.samples.push(sample)
}

/**
 * Why this input must not replace the index; null when it may. An exact index can't guess, so any conflict is
 * refused.
 */
export function findRefusal(report: ImportReport, isSmallAllowed: boolean): string | null {
  const { rows, live, malformed, conflicts } = report
  if (malformed.count > Math.max(malformedTolerance.count, rows * malformedTolerance.share)) {
    return `${format(malformed.count)} of ${format(rows)} rows are malformed; at most one in a thousand may be.`
  }
  if (conflicts.count > 0) return `${format(conflicts.count)} rows give a postcode a second constituency.`
  if (live < (isSmallAllowed ? 1 : fewestPostcodes)) {
    return `${format(live)} live postcodes are too few for Great Britain (use --allow-small for a partial list).`
  }
  return null
}

/** Formats the report, one fact per line, with the locations of the first malformed and conflicting rows. */
export function formatReport({
  rows,
  live,
  terminated,
  repeated,
  skipped,
  malformed,
  conflicts,
}: ImportReport): string[] {
  const facts: [number, string][] = [
    [rows, 'rows read'],
    [live, 'live postcodes'],
    [terminated, 'terminated postcodes'],
    [repeated, 'repeated rows'],
    [skipped.northern_ireland, 'skipped: Northern Ireland (not free to ship)'],
    [skipped.islands, 'skipped: Channel Islands and Isle of Man'],
    [skipped.no_constituency, 'skipped: no location'],
    [skipped.obsolete_form, 'skipped: terminated, in a form no longer used'],
    [malformed.count, 'malformed rows'],
    [conflicts.count, 'rows that conflict with an earlier one'],
  ]
  const lines = facts
    .filter(([count], position) => count > 0 || position < 2)
    .map(([count, what]) => `${format(count).padStart(11)}  ${what}`)
  return [...lines, ...formatProblems(malformed), ...formatProblems(conflicts)]
}

function formatProblems({ count, samples }: Problems): string[] {
  const more = count - samples.length
  return [...samples.map((sample) => `  ${sample}`), ...(more > 0 ? [`  and ${format(more)} more`] : [])]
}

function format(count: number): string {
  return count.toLocaleString('en-GB')
}
