import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { crc32, createGunzip } from 'node:zlib'
import yauzl from 'yauzl'
import { PostcodeSourceError } from './source-error'

/** A CSV to read: its display name, its text, and the share read so far (0 to 1). */
export type Source = { name: string; text: AsyncIterable<string>; readShare: () => number }

/**
 * Yields each CSV in a file. Detects plain text, gzip and zip by the first bytes, not by name.
 * @throws PostcodeSourceError when the file is missing, damaged, or a zip without a CSV
 */
export async function* readSources(file: string): AsyncGenerator<Source> {
  const [first = 0, second = 0] = await readStart(file)
  if (first === 0x50 && second === 0x4b) return yield* readZip(file)
  const { size } = await stat(file)
  const raw = createReadStream(file)
  const text = first === 0x1f && second === 0x8b ? raw.pipe(createGunzip()) : raw
  // pipe() doesn't forward errors.
  if (text !== raw) raw.on('error', (error) => text.destroy(error))
  yield { name: file, text: readText(file, text), readShare: () => raw.bytesRead / Math.max(size, 1) }
}

async function readStart(file: string): Promise<Uint8Array> {
  try {
    const handle = await open(file)
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0).finally(() => handle.close())
    return buffer.subarray(0, bytesRead)
  } catch (cause) {
    throw new PostcodeSourceError(`${file} cannot be read: ${describe(cause)}`, { cause })
  }
}

async function* readText(
  name: string,
  stream: AsyncIterable<Uint8Array>,
  onBytes?: (bytes: Uint8Array) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  try {
    for await (const bytes of stream) {
      onBytes?.(bytes)
      yield decoder.decode(bytes, { stream: true })
    }
  } catch (cause) {
    throw new PostcodeSourceError(`${name} cannot be read to the end: ${describe(cause)}`, { cause })
  }
}

async function* readZip(file: string): AsyncGenerator<Source> {
  try {
    const zip = await yauzl.openPromise(file, { lazyEntries: true, autoClose: false })
    try {
      const entries: yauzl.Entry[] = []
      for await (const entry of zip.eachEntry()) entries.push(entry)
      for (const entry of chooseEntries(file, entries)) {
        yield readEntry(`${file}:${entry.fileName}`, await zip.openReadStreamPromise(entry), entry)
      }
    } finally {
      zip.close()
    }
  } catch (cause) {
    if (cause instanceof PostcodeSourceError) throw cause
    throw new PostcodeSourceError(`${file} cannot be read as a zip: ${describe(cause)}`, { cause })
  }
}

/** yauzl checks only sizes; gunzip verifies its own checksum. */
function readEntry(name: string, stream: Readable, { crc32: expected, uncompressedSize }: yauzl.Entry): Source {
  let [length, sum] = [0, 0]
  async function* readChecked(): AsyncGenerator<string> {
    yield* readText(name, stream, (bytes) => {
      length += bytes.length
      sum = crc32(bytes, sum)
    })
    if (sum !== expected) throw new PostcodeSourceError(`${name} does not match its checksum.`)
  }
  return { name, text: readChecked(), readShare: () => length / Math.max(uncompressedSize, 1) }
}

/**
 * The ONS zip has the whole directory in Data/, the same rows by area in Data/multi_csv/, and names and codes
 * in Documents/. From any other zip, take every CSV.
 */
function chooseEntries(file: string, entries: yauzl.Entry[]): yauzl.Entry[] {
  const csv = entries.filter(({ fileName }) => /\.csv$/i.test(fileName) && !fileName.startsWith('__MACOSX/'))
  const whole = csv.filter(({ fileName }) => /(?:^|\/)data\/[^/]+$/i.test(fileName))
  const parts = csv.filter(({ fileName }) => /(?:^|\/)data\/.+\/[^/]+$/i.test(fileName))
  const chosen = [whole, parts, csv].find(({ length }) => length > 0)
  if (chosen === undefined) throw new PostcodeSourceError(`${file} contains no CSV.`)
  return chosen
}

function describe(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}
