import { listTerminatedMonths, toIndexContent, type Collection } from './collection'
import { countTables, encodePostcodeIndex, type IndexContent } from './encode'
import { bytesPerTerminated, memoryBytes } from './tables'

/**
 * Upper limits on the index, for clones and servers. An open index may take 1 MB: 880 kB for the tables, as the
 * codes and their answers take another 100 kB.
 */
export const limits = { fileBytes: 450_000, memoryBytes: 880_000 }

/** Thrown when an index is too large even without terminated postcodes. */
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
 * Encodes a collection with as many terminated postcodes as the limits allow, newest first: people may still
 * use last year's postcode, but not one from 1981.
 * @throws IndexTooLargeError when the live postcodes alone exceed the limits
 */
export function fitPostcodeIndex(
  collection: Collection,
  { date, credit }: Pick<IndexContent, 'date' | 'credit'>,
): FittedIndex {
  const months = listTerminatedMonths(collection)
  const total = months.reduce((sum, { count }) => sum + count, 0)
  const room = limits.memoryBytes - memoryOf(toIndexContent(collection, Infinity))
  // An overestimate: sectors without live postcodes also take space, and the file has its own limit.
  for (let allowed = Math.min(total, Math.floor(room / bytesPerTerminated)); ; allowed = Math.floor(allowed * 0.8)) {
    const { oldestMonth, kept } = newestMonths(months, allowed)
    const content = { date, credit, ...toIndexContent(collection, oldestMonth) }
    const memory = memoryOf(content)
    if (memory <= limits.memoryBytes) {
      const bytes = encodePostcodeIndex(content)
      const terminated = { terminatedKept: kept, terminatedDropped: total - kept }
      if (bytes.length <= limits.fileBytes) return { bytes, memoryBytes: memory, ...terminated }
    }
    if (kept === 0) throw new IndexTooLargeError('The live postcodes alone exceed the size limits of the index.')
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
