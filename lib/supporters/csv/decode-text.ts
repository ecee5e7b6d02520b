import { isUtf8 } from 'node:buffer'

// The bytes 80 to 9F of Windows-1252 (WHATWG Encoding, index windows-1252). Our own, since the
// TextDecoder of some versions of Node reads them as Latin-1: no curly quotes, no dashes.
const windows = Uint16Array.from('€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ', (character) =>
  character.charCodeAt(0),
)

/**
 * The text of a file that a spreadsheet saved: UTF-8 or UTF-16 with or without a mark, else Windows-1252,
 * which every file is valid in.
 */
export function decodeText(bytes: Uint8Array): string {
  const wide = detectWide(bytes.subarray(0, 4))
  if (wide) return new TextDecoder(wide).decode(bytes)
  if (isUtf8(bytes)) return new TextDecoder('utf-8').decode(bytes)
  const units = new Uint16Array(bytes) // not by its `from`, which takes ten times as long
  for (let at = 0; at < units.length; at++) {
    const byte = units[at] ?? 0
    if (byte >= 0x80 && byte < 0xa0) units[at] = windows[byte - 0x80] ?? byte
  }
  return new TextDecoder('utf-16le').decode(units)
}

// Without a mark: of the first characters, which are headers, one byte of two is zero.
function detectWide([a = -1, b = -1, c = -1, d = -1]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if ((a === 0xff && b === 0xfe) || (a > 0 && b === 0 && c > 0 && d === 0)) return 'utf-16le'
  return (a === 0xfe && b === 0xff) || (a === 0 && b > 0 && c === 0 && d > 0) ? 'utf-16be' : null
}
