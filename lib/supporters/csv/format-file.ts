import { formatCsvRow } from '../../shared/csv'
import type { SupporterValues } from '../model/fields'
import { createPacer } from '../pace'
import { supporterColumns } from './columns'
import { formatCell } from './format-cell'

/**
 * Writes supporters as CSV (RFC 4180) for spreadsheets: UTF-8 with the byte order mark that Excel needs. A cell
 * that would run as a formula gets an apostrophe in front, which the import removes.
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
