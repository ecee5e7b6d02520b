import { formatCsvRow } from '../../shared/csv'
import type { SupporterValues } from '../model/fields'
import { createPacer } from '../../shared/pace'
import { supporterColumns } from './columns'
import { formatCell } from './format-cell'

/**
 * Supporters as a file for a spreadsheet: CSV (RFC 4180) in UTF-8 with a byte order mark, by which Excel
 * knows it. What would be run as a formula has an apostrophe before it, which reading takes away.
 */
export async function formatSupporterCsv(
  supporters: readonly (SupporterValues & { id: number })[],
): Promise<Uint8Array<ArrayBuffer>> {
  const pace = createPacer()
  const lines = [formatCsvRow(supporterColumns.map(({ header }) => header))]
  for (const supporter of supporters) {
    await pace()
    lines.push(formatCsvRow(supporterColumns.map(({ column }) => formatCell(supporter[column]))))
  }
  return new TextEncoder().encode(`\uFEFF${lines.join('')}`)
}
