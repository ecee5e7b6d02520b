import { PostcodeIndexError } from './index-error'

export type ByteWriter = ReturnType<typeof createByteWriter>
export type ByteReader = ReturnType<typeof createByteReader>

/** Gathers whole numbers (7 bits a byte, lowest first, as in LEB128) and texts (length, UTF-8). */
export function createByteWriter() {
  const bytes: number[] = []
  function writeNumber(value: number): void {
    let rest = value
    for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128)
    bytes.push(rest)
  }
  function writeText(text: string): void {
    const encoded = new TextEncoder().encode(text)
    writeNumber(encoded.length)
    bytes.push(...encoded)
  }
  return { writeNumber, writeText, toBytes: () => Uint8Array.from(bytes) }
}

/**
 * Reads what a ByteWriter wrote.
 * @throws PostcodeIndexError (`damaged`) on reading past the end or a number beyond 2^31
 */
export function createByteReader(bytes: Uint8Array) {
  let position = 0
  function readNumber(): number {
    let value = 0
    for (let scale = 1; scale < 2 ** 35; scale *= 128) {
      const byte = bytes[position++]
      if (byte === undefined) break
      value += (byte & 127) * scale
      if (byte < 128 && value < 2 ** 31) return value
    }
    throw new PostcodeIndexError('damaged', 'The postcode index holds a number that cannot be read.')
  }
  function readBytes(length: number): Uint8Array {
    if (length > bytes.length - position) {
      throw new PostcodeIndexError('damaged', 'The postcode index ends in the middle of a table.')
    }
    position += length
    return bytes.subarray(position - length, position)
  }
  function readText(): string {
    return new TextDecoder().decode(readBytes(readNumber()))
  }
  return { readNumber, readBytes, readText, readRest: () => readBytes(bytes.length - position) }
}
