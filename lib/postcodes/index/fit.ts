import { listTerminatedMonths, toIndexContent, type Collection } from './collection'
import { countTables, encodePostcodeIndex, type IndexContent } from './encode'
import { bytesPerTerminated, memoryBytes } from './tables'

/**
 * What a clone and a server pay at most for the index. The tables may have 880 kB, because the
 * codes and their answers take another 100 kB of the megabyte that an open index may have.
 */
export const limits = { fileBytes: 450_000, memoryBytes: 880_000 }

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
export function fitPostcodeIndex(
  collection: Collection,
  { date, credit }: Pick<IndexContent, 'date' | 'credit'>,
): FittedIndex {
  const months = listTerminatedMonths(collection)
  const total = months.reduce((sum, { count }) => sum + count, 0)
  const room = limits.memoryBytes - memoryOf(toIndexContent(collection, Infinity))
  // A guess from above: sectors without a live postcode take room too, and the file has its own limit.
  for (let allowed = Math.min(total, Math.floor(room / bytesPerTerminated)); ; allowed = Math.floor(allowed * 0.8)) {
    const { oldestMonth, kept } = newestMonths(months, allowed)
    const content = { date, credit, ...toIndexContent(collection, oldestMonth) }
    const memory = memoryOf(content)
    if (memory <= limits.memoryBytes) {
      const bytes = encodePostcodeIndex(content)
      const terminated = { terminatedKept: kept, terminatedDropped: total - kept }
      if (bytes.length <= limits.fileBytes) return { bytes, memoryBytes: memory, ...terminated }
    }
    if (kept === 0) throw new IndexTooLargeError('The live postcodes alone do not fit the limits of the index.')
  }
}

function memoryOf({ sectors }: Pick<IndexContent, 'sectors'>): number {
  return memoryBytes(countTables(sectors))
}

function newestMonths(
  months: { month: number; count: number }[],
  allowed: number,
): { oldestMonth: number; kept: number } {
  let [oldestMonth, kept] = [Infinity, 0]
  for (const { month, count } of months) {
    if (kept + count > allowed) break
    oldestMonth = month
    kept += count
  }
  return { oldestMonth, kept }
}
