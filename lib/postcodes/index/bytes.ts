import { PostcodeIndexError } from './index-error'

const decoder = new TextDecoder()

export type ByteReader = ReturnType<typeof createByteReader>

/**
 * Writes integers (LEB128: 7 bits a byte, lowest first), strings (length, then UTF-8) and columns of 16-bit
 * numbers (all low bytes, then all high bytes: fast to read and compresses well).
 */
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
  function writeColumn(values: number[]): void {
    for (const value of values) bytes.push(value & 255)
    for (const value of values) bytes.push(value >> 8)
  }
  return { writeNumber, writeText, writeColumn, toBytes: () => Uint8Array.from(bytes) }
}

/**
 * Reads the output of `createByteWriter`.
 * @throws PostcodeIndexError (`damaged`) on reading past the end, or a number above 2^31
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
    throw new PostcodeIndexError('damaged', 'The postcode index contains an invalid number.')
  }
  function readBytes(length: number): Uint8Array {
    if (length > bytes.length - position) {
      throw new PostcodeIndexError('damaged', 'The postcode index ends in the middle of a table.')
    }
    position += length
    return bytes.subarray(position - length, position)
  }
  function readText(): string {
    return decoder.decode(readBytes(readNumber()))
  }
  function readColumn(length: number): Uint16Array {
    const [low, high] = [readBytes(length), readBytes(length)]
    const column = new Uint16Array(length)
    for (let at = 0; at < length; at++) column[at] = (low[at] ?? 0) | ((high[at] ?? 0) << 8)
    return column
  }
  return { readNumber, readBytes, readText, readColumn, readRest: () => readBytes(bytes.length - position) }
}
