import 'server-only'
import { readKnownSupporters } from './data/import'
import { formatSupporterCsv } from './csv/format-file'

/** All supporters, of every status and without logos, as CSV in UTF-8: opens in a spreadsheet, and imports again. */
export async function exportSupporters(): Promise<Uint8Array<ArrayBuffer>> {
  return formatSupporterCsv((await readKnownSupporters()).supporters)
}
