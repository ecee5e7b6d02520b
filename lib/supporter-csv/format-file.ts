import { formatCsvField } from '../csv-field'
import type { SupporterValues } from '../domain/supporter-input'
import { supporterColumns } from './columns'
import { formatCell } from './format-cell'

/**
 * Supporters as a file for a spreadsheet: CSV (RFC 4180) in UTF-8 with a byte order mark, by which Excel
 * knows it. What would be run as a formula has an apostrophe before it, which reading takes away.
 */
export function formatSupporterCsv(supporters: readonly (SupporterValues & { id: number })[]): Uint8Array<ArrayBuffer> {
  const rows = supporters.map((supporter) => supporterColumns.map(({ column }) => formatCell(supporter[column])))
  const lines = [supporterColumns.map(({ header }) => header), ...rows].map((cells) => `${cells.map(formatCsvField).join(',')}\r\n`)
  return new TextEncoder().encode(`\uFEFF${lines.join('')}`)
}
