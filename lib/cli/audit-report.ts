// Parses npm’s JSON reports on vulnerable and outdated packages. Pure, so tests can pass in any report.
import { z } from 'zod'

export type Vulnerability = { name: string; severity: string; title: string; isProduction: boolean }
export type AuditOutcome =
  { outcome: 'answered'; vulnerabilities: Vulnerability[] } | { outcome: 'unanswered'; reason: string }
export type Outdated = { name: string; current: string; wanted: string; latest: string }

const advisory = z.object({ title: z.string() })
const vulnerability = z.object({
  name: z.string(),
  severity: z.string(),
  via: z.array(z.union([z.string(), advisory])),
  nodes: z.array(z.string()),
})
const report = z.object({ auditReportVersion: z.literal(2), vulnerabilities: z.record(z.string(), vulnerability) })
const refusal = z.object({ message: z.string() })

/**
 * Reads the output of `npm audit --json` (report version 2).
 * @param text its standard output
 * @param isDevelopment whether the package at this path in package-lock.json is for development only
 * @returns `unanswered` if the registry gave no report, which is not the same as no vulnerabilities
 */
export function parseAudit(text: string, isDevelopment: (place: string) => boolean): AuditOutcome {
  const answer = parseJson(text)
  const parsed = report.safeParse(answer)
  if (!parsed.success) return { outcome: 'unanswered', reason: refusal.safeParse(answer).data?.message ?? 'no answer' }
  const vulnerabilities = Object.values(parsed.data.vulnerabilities).map(({ name, severity, via, nodes }) => ({
    name,
    severity,
    title: via.map((cause) => (typeof cause === 'string' ? `via ${cause}` : cause.title)).join('; '),
    isProduction: nodes.some((place) => !isDevelopment(place)),
  }))
  return { outcome: 'answered', vulnerabilities }
}

/** Whether a vulnerability blocks a release: high or critical, and in a production package. */
export function isBlocking({ severity, isProduction }: Vulnerability): boolean {
  return isProduction && ['high', 'critical'].includes(severity)
}

const row = z.object({ current: z.string().default('-'), wanted: z.string(), latest: z.string() })
const outdated = z.record(z.string(), z.union([row, z.array(row)]))

/**
 * Reads the output of `npm outdated --json`.
 * @returns null if the registry didn’t answer
 */
export function parseOutdated(text: string): Outdated[] | null {
  const parsed = outdated.safeParse(text.trim() === '' ? null : parseJson(text))
  return parsed.success
    ? Object.entries(parsed.data).flatMap(([name, rows]) => [rows].flat().map((each) => ({ name, ...each })))
    : null
}

/** Formats a table as lines, padding each column to its widest cell. */
export function formatTable(rows: string[][]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((cells) => (cells[column] ?? '').length))) ?? []
  return rows.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
