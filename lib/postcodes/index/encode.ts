import { createHash } from 'node:crypto'
import { brotliCompressSync, constants } from 'node:zlib'
import { createByteWriter } from './bytes'
import { bytesPerSector, type TableCounts } from './tables'

/** A cell for a unit that isn't in the list. */
export const emptyCell = 0
/** A cell for a terminated postcode. */
export const terminatedCell = 0xffff

/** One sector: its number and 400 cells, each empty, terminated, or 1 + the index of its code. */
export type Sector = { number: number; cells: Uint16Array }

/** The content of an index. Sectors are in ascending order; `date` is the source's. */
export type IndexContent = { date: string; credit: string; codes: string[]; sectors: Sector[] }

/**
 * File format: magic, version, file length, SHA-256 of the rest, an uncompressed header (date, credit, counts),
 * then the tables in Brotli, column by column because that compresses best.
 */
export const magic = 'SFPC'
export const formatVersion = 1
export const checksumAt = 10
export const headAt = checksumAt + 32

type Columns = { runCounts: number[]; runSteps: number[]; runCodes: number[]; live: Uint8Array; terminated: number[] }

function toColumns(sectors: Sector[]): Columns {
  const columns: Columns = {
    runCounts: [],
    runSteps: [],
    runCodes: [],
    live: new Uint8Array(sectors.length * bytesPerSector),
    terminated: [],
  }
  for (const [position, { cells }] of sectors.entries()) {
    const firstRun = columns.runCodes.length
    let [current, lastStart] = [emptyCell, 0]
    for (const [unit, cell] of cells.entries()) {
      if (cell === terminatedCell) columns.terminated.push(position * cells.length + unit)
      if (cell === emptyCell || cell === terminatedCell) continue
      const byte = position * bytesPerSector + (unit >> 3)
      columns.live[byte] = (columns.live[byte] ?? 0) | (1 << (unit & 7))
      if (cell === current) continue
      columns.runSteps.push(unit - lastStart)
      columns.runCodes.push(cell - 1)
      current = cell
      lastStart = unit
    }
    columns.runCounts.push(columns.runCodes.length - firstRun)
  }
  return columns
}

function countLive(live: Uint8Array): number {
  let count = 0
  for (let byte of live) for (; byte > 0; byte &= byte - 1) count++
  return count
}

/** How many entries each table will have, which determines the memory an open index needs. */
export function countTables(sectors: Sector[]): TableCounts {
  const { runCodes, terminated } = toColumns(sectors)
  return { sectors: sectors.length, runs: runCodes.length, terminated: terminated.length }
}

/** Encodes an index into bytes that `decodePostcodeIndex` reads. */
export function encodePostcodeIndex({ date, credit, codes, sectors }: IndexContent): Uint8Array {
  const columns = toColumns(sectors)
  const body = createByteWriter()
  for (const code of codes) body.writeText(code)
  writeSteps(
    body.writeNumber,
    sectors.map(({ number }) => number),
  )
  for (const column of [columns.runCounts, columns.runSteps, columns.runCodes]) body.writeColumn(column)
  writeSteps(body.writeNumber, columns.terminated)
  const tables = Buffer.concat([body.toBytes(), columns.live])

  const head = createByteWriter()
  head.writeText(date)
  head.writeText(credit)
  const counts = [
    countLive(columns.live),
    codes.length,
    sectors.length,
    columns.runCodes.length,
    columns.terminated.length,
  ]
  for (const count of [...counts, tables.length]) head.writeNumber(count)
  return seal(
    Buffer.concat([
      head.toBytes(),
      brotliCompressSync(tables, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: tables.length } }),
    ]),
  )
}

function writeSteps(writeNumber: (value: number) => void, ascending: number[]): void {
  let last = 0
  for (const value of ascending) {
    writeNumber(value - last)
    last = value
  }
}

function seal(content: Buffer): Uint8Array {
  const file = Buffer.alloc(headAt + content.length)
  file.write(magic, 'latin1')
  file.writeUInt16LE(formatVersion, 4)
  file.writeUInt32LE(file.length, 6)
  createHash('sha256').update(content).digest().copy(file, checksumAt)
  content.copy(file, headAt)
  return file
}
