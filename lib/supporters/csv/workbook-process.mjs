// Reads the first sheet of one workbook (.xlsx) in a separate process: what an archive unpacks to, and how many cells a
// sheet makes of it, is known only by doing it. Takes the workbook on stdin; writes {"rows"} or {"reason"} as JSON.
import { buffer } from 'node:stream/consumers'
import { crc32 } from 'node:zlib'
import { readSheet } from 'read-excel-file/node'
import yauzl from 'yauzl'

const maxUnpacked = 50_000_000
const maxLetters = 20_000_000
// One more than the reader allows, so that it sees what is too many.
const maxRows = 20_002
const maxCells = 201

class TooLarge extends Error {}

/**
 * The files of an archive that make up a sheet, unpacked: no more of them than the limit, whatever its headers say.
 * @param {Buffer} bytes
 * @returns {Promise<Map<string, Buffer>>}
 */
async function unpack(bytes) {
  const zip = await yauzl.fromBufferPromise(bytes, { validateEntrySizes: false })
  const files = new Map()
  let sum = 0
  for await (const entry of zip.eachEntry()) {
    if (!/\.xml(?:\.rels)?$/.test(entry.fileName)) continue
    const pieces = []
    for await (const piece of await zip.openReadStreamPromise(entry)) {
      sum += piece.length
      if (sum > maxUnpacked) throw new TooLarge()
      pieces.push(piece)
    }
    const file = Buffer.concat(pieces)
    if (crc32(file) !== entry.crc32) throw new Error('damaged')
    files.set(entry.fileName, file)
  }
  return files
}

/**
 * An archive of these files, not packed (PKWARE APPNOTE 4.3). The sheet's reader opens archives itself and believes
 * their headers; these are true.
 * @param {Map<string, Buffer>} files
 */
function store(files) {
  /** @type {Buffer[]} */
  const locals = []
  /** @type {Buffer[]} */
  const centrals = []
  let offset = 0
  for (const [name, file] of files) {
    const path = Buffer.from(name)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt32LE(crc32(file), 10)
    shared.writeUInt32LE(file.length, 14)
    shared.writeUInt32LE(file.length, 18)
    shared.writeUInt16LE(path.length, 22)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    centrals.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), shared, tail, path)
    locals.push(Buffer.from('PK\x03\x04', 'latin1'), shared, path, file)
    offset += 30 + path.length + file.length
  }
  const central = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(files.size, 8)
  end.writeUInt16LE(files.size, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, central, end])
}

/** @param {unknown} value */
function formatValue(value) {
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** @param {Buffer} bytes */
async function read(bytes) {
  const sheet = await readSheet(store(await unpack(bytes)))
  let letters = 0
  const rows = sheet.slice(0, maxRows).map((cells) =>
    cells.slice(0, maxCells).map((value) => {
      const text = formatValue(value)
      letters += text.length
      if (letters > maxLetters) throw new TooLarge()
      return text
    }),
  )
  return { rows }
}

const answer = await read(await buffer(process.stdin)).catch((/** @type {unknown} */ error) => ({
  reason: error instanceof TooLarge ? 'too-large' : 'broken',
}))
process.stdout.write(JSON.stringify(answer))
