import { areaCount, unitsPerSector } from './numbering'

/** Bytes of one sector's map: a bit for each unit that is live. */
export const bytesPerSector = unitsPerSector / 8
/** Bytes of one terminated postcode. */
export const bytesPerTerminated = Uint32Array.BYTES_PER_ELEMENT

/**
 * An index opened in memory. Sectors are in the order of their numbers, runs in the order of
 * sectors and units. A run is where a sector's live units begin to belong to another constituency.
 */
export type IndexTables = {
  date: string
  credit: string
  postcodes: number
  codes: string[]
  /** For each area the position of its first sector, and one more for the end. */
  areaStarts: Uint16Array
  /** For each sector its number within its area. */
  sectorKeys: Uint16Array
  /** For each sector the position of its first run, and one more for the end. */
  runStarts: Uint32Array
  /** For each run the low eight bits of its first unit. */
  runUnits: Uint8Array
  /** For each run the position of its code, times two, plus the ninth bit of its first unit. */
  runCodes: Uint16Array
  live: Uint8Array
  /** Terminated postcodes in order: the position of the sector times unitsPerSector, plus the unit. */
  terminated: Uint32Array
}

export type TableCounts = { sectors: number; runs: number; terminated: number }

/** How many bytes the tables of an open index take. */
export function memoryBytes({ sectors, runs, terminated }: TableCounts): number {
  return (
    (areaCount + 1) * 2 +
    sectors * (2 + bytesPerSector) +
    (sectors + 1) * 4 +
    runs * 3 +
    terminated * bytesPerTerminated
  )
}
