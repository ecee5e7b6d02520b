import { areaCount, unitsPerSector } from './numbering'

/** Bytes in a sector's bitmap: one bit per unit, set when it is live. */
export const bytesPerSector = unitsPerSector / 8
/** Bytes per terminated postcode. */
export const bytesPerTerminated = Uint32Array.BYTES_PER_ELEMENT

/**
 * An open index in memory. Sectors are sorted by number, runs by sector and unit. A run starts wherever a
 * sector's live units switch to another constituency.
 */
export type IndexTables = {
  date: string
  credit: string
  postcodes: number
  codes: string[]
  /** The position of each area's first sector, plus one entry for the end. */
  areaStarts: Uint16Array
  /** Each sector's number within its area. */
  sectorKeys: Uint16Array
  /** The position of each sector's first run, plus one entry for the end. */
  runStarts: Uint32Array
  /** The low eight bits of each run's first unit. */
  runUnits: Uint8Array
  /** Each run's code position times two, plus the ninth bit of its first unit. */
  runCodes: Uint16Array
  live: Uint8Array
  /** Terminated postcodes in order: sector position times unitsPerSector, plus the unit. */
  terminated: Uint32Array
}

export type TableCounts = { sectors: number; runs: number; terminated: number }

/** The bytes taken by an open index's tables. */
export function memoryBytes({ sectors, runs, terminated }: TableCounts): number {
  return (
    (areaCount + 1) * 2 +
    sectors * (2 + bytesPerSector) +
    (sectors + 1) * 4 +
    runs * 3 +
    terminated * bytesPerTerminated
  )
}
