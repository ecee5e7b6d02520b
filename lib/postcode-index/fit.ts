import { listTerminatedMonths, toIndexContent, type Collection } from './collection'
import { countTables, encodePostcodeIndex, type IndexContent } from './encode'
import { memoryBytes } from './tables'

/** What a clone and a server pay at most for the index. */
export const limits = { fileBytes: 450_000, memoryBytes: 950_000 }

/** Thrown when even without terminated postcodes an index is too large. */
export class IndexTooLargeError extends Error {
  override name = 'IndexTooLargeError'
}

export type FittedIndex = {
  bytes: Uint8Array
  memoryBytes: number
  terminatedKept: number
  terminatedDropped: number
}

/**
 * Encodes a collection with as many terminated postcodes as the limits allow, the newest first:
 * somebody may still write last year's postcode, and nobody one of 1981.
 * @throws IndexTooLargeError when the live postcodes alone pass the limits
 */
export function fitPostcodeIndex(collection: Collection, { date, credit }: Pick<IndexContent, 'date' | 'credit'>): FittedIndex {
  const months = listTerminatedMonths(collection)
  const total = months.reduce((sum, { count }) => sum + count, 0)
  for (let allowed = total; ; allowed = Math.floor(allowed * 0.8)) {
    const { oldestMonth, kept } = newestMonths(months, allowed)
    const content = { date, credit, ...toIndexContent(collection, oldestMonth) }
    const memory = memoryBytes(countTables(content.sectors))
    if (memory <= limits.memoryBytes) {
      const bytes = encodePostcodeIndex(content)
      const terminated = { terminatedKept: kept, terminatedDropped: total - kept }
      if (bytes.length <= limits.fileBytes) return { bytes, memoryBytes: memory, ...terminated }
    }
    if (kept === 0) throw new IndexTooLargeError('The live postcodes alone do not fit the limits of the index.')
  }
}

function newestMonths(months: { month: number; count: number }[], allowed: number): { oldestMonth: number; kept: number } {
  let [oldestMonth, kept] = [Infinity, 0]
  for (const { month, count } of months) {
    if (kept + count > allowed) break
    oldestMonth = month
    kept += count
  }
  return { oldestMonth, kept }
}
