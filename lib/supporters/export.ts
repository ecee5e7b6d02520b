import 'server-only'
import { readKnownSupporters } from './data/import'
import { formatSupporterCsv } from './csv/format-file'

/**
 * All supporters but archived ones, whatever their status and without logos, as UTF-8 CSV that opens in a spreadsheet and can be
 * imported again.
 */
export async function exportSupporters(): Promise<Uint8Array<ArrayBuffer>> {
  const { supporters, archived } = await readKnownSupporters()
  return formatSupporterCsv(supporters.filter(({ id }) => !archived.has(id)))
}
