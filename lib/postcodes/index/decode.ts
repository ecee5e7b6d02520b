import { createHash } from 'node:crypto'
import { brotliDecompressSync } from 'node:zlib'
import { createByteReader, type ByteReader } from './bytes'
import { checksumAt, formatVersion, headAt, magic } from './encode'
import { PostcodeIndexError } from './index-error'
import { areaCount, sectorsPerArea, unitsPerSector } from './numbering'
import { bytesPerSector, type IndexTables } from './tables'

/**
 * Decodes a file written by `encodePostcodeIndex`.
 * @throws PostcodeIndexError when it isn't an index, has another version, or is truncated or damaged
 */
export function decodePostcodeIndex(bytes: Uint8Array): IndexTables {
  const head = createByteReader(unseal(bytes))
  const [date, credit] = [head.readText(), head.readText()]
  const postcodes = head.readNumber()
  const codeCount = head.readNumber()
  const sectorCount = head.readNumber()
  const runCount = head.readNumber()
  const terminatedCount = head.readNumber()
  const body = createByteReader(unpack(head.readRest, head.readNumber()))

  const codes = Array.from({ length: codeCount }, body.readText)
  const { areaStarts, sectorKeys } = readSectors(body, sectorCount)
  const runs = readRuns(body, sectorCount, runCount)
  if (runs.runCodes.some((run) => run >> 1 >= codeCount)) throw inconsistent()
  const terminated = new Uint32Array(terminatedCount)
  let key = 0
  for (let at = 0; at < terminatedCount; at++) terminated[at] = key += body.readNumber()
  // Copied (Buffer's slice wouldn't be), so that the unpacked file can be garbage collected.
  const live = Uint8Array.from(body.readBytes(sectorCount * bytesPerSector))
  return { date, credit, postcodes, codes, areaStarts, sectorKeys, ...runs, live, terminated }
}

function inconsistent(): PostcodeIndexError {
  return new PostcodeIndexError('damaged', 'The tables of the postcode index contradict each other.')
}

function unseal(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.toString('latin1', 0, magic.length) !== magic) {
    throw new PostcodeIndexError('not_an_index', 'This is not a postcode index.')
  }
  if (file.length < headAt) throw new PostcodeIndexError('truncated', 'The postcode index is truncated.')
  const version = file.readUInt16LE(4)
  if (version !== formatVersion) {
    throw new PostcodeIndexError(
      'wrong_version',
      `The postcode index has version ${version}; this code reads version ${formatVersion}.`,
    )
  }
  const length = file.readUInt32LE(6)
  if (file.length < length)
    throw new PostcodeIndexError('truncated', `The postcode index has ${file.length} of its ${length} bytes.`)
  const content = file.subarray(headAt)
  const checksum = createHash('sha256').update(content).digest()
  if (file.length !== length || !checksum.equals(file.subarray(checksumAt, headAt))) {
    throw new PostcodeIndexError('damaged', 'The postcode index does not match its checksum.')
  }
  return content
}

function unpack(readRest: ByteReader['readRest'], length: number): Uint8Array {
  try {
    return brotliDecompressSync(readRest(), { chunkSize: Math.max(length, 64), maxOutputLength: Math.max(length, 1) })
  } catch (cause) {
    throw new PostcodeIndexError('damaged', 'The tables of the postcode index cannot be unpacked.', { cause })
  }
}

function readSectors(body: ByteReader, count: number): Pick<IndexTables, 'areaStarts' | 'sectorKeys'> {
  const sectorKeys = new Uint16Array(count)
  const areaStarts = new Uint16Array(areaCount + 1)
  let [number, area] = [0, 0]
  for (let sector = 0; sector < count; sector++) {
    number += body.readNumber()
    const ownArea = Math.floor(number / sectorsPerArea)
    if (ownArea >= areaCount) throw inconsistent()
    while (area < ownArea) areaStarts[++area] = sector
    sectorKeys[sector] = number % sectorsPerArea
  }
  return { areaStarts: areaStarts.fill(count, area + 1), sectorKeys }
}

function readRuns(
  body: ByteReader,
  sectorCount: number,
  runCount: number,
): Pick<IndexTables, 'runStarts' | 'runUnits' | 'runCodes'> {
  const [counts, steps, codes] = [body.readColumn(sectorCount), body.readColumn(runCount), body.readColumn(runCount)]
  const runStarts = new Uint32Array(sectorCount + 1)
  const runUnits = new Uint8Array(runCount)
  let run = 0
  for (let sector = 0; sector < sectorCount; sector++) {
    const end = run + (counts[sector] ?? 0)
    runStarts[sector + 1] = end
    for (let unit = 0; run < end; run++) {
      unit += steps[run] ?? unitsPerSector
      if (unit >= unitsPerSector) throw inconsistent()
      runUnits[run] = unit & 255
      codes[run] = ((codes[run] ?? 0) << 1) | (unit >> 8)
    }
  }
  if (run !== runCount) throw inconsistent()
  return { runStarts, runUnits, runCodes: codes }
}
