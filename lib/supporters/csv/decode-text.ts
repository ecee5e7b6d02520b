import { isUtf8 } from 'node:buffer'

// The bytes 80 to 9F of Windows-1252 (WHATWG Encoding, index windows-1252). Decoded by hand because some Node
// versions' TextDecoder treats them as Latin-1, without curly quotes or dashes.
const windows = Uint16Array.from('€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ', (character) =>
  character.charCodeAt(0),
)

/**
 * Decodes a file saved by a spreadsheet: UTF-8 or UTF-16 with or without a byte order mark, otherwise
 * Windows-1252, in which every file is valid.
 */
export function decodeText(bytes: Uint8Array): string {
  const wide = detectWide(bytes.subarray(0, 4))
  if (wide) return new TextDecoder(wide).decode(bytes)
  if (isUtf8(bytes)) return new TextDecoder('utf-8').decode(bytes)
  const units = new Uint16Array(bytes) // a loop, since Uint16Array.from takes ten times as long
  for (let at = 0; at < units.length; at++) {
    const byte = units[at] ?? 0
    if (byte >= 0x80 && byte < 0xa0) units[at] = windows[byte - 0x80] ?? byte
  }
  return new TextDecoder('utf-16le').decode(units)
}

/** Whether `decodeText` takes a file for Windows-1252, because it is nothing else. */
export function isWindows(bytes: Uint8Array): boolean {
  return !detectWide(bytes.subarray(0, 4)) && !isUtf8(bytes)
}

// Detects UTF-16 without a byte order mark: every other byte of the first characters (headers) is zero.
function detectWide([a = -1, b = -1, c = -1, d = -1]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if ((a === 0xff && b === 0xfe) || (a > 0 && b === 0 && c > 0 && d === 0)) return 'utf-16le'
  return (a === 0xfe && b === 0xff) || (a === 0 && b > 0 && c === 0 && d > 0) ? 'utf-16be' : null
}
