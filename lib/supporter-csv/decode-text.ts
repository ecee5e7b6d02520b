// The bytes 80 to 9F of Windows-1252 (WHATWG Encoding, index windows-1252). Our own, since the
// TextDecoder of some versions of Node reads them as Latin-1: no curly quotes, no dashes.
const windows = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ'

/**
 * The text of a file that a spreadsheet saved: UTF-8 or UTF-16 with or without a mark, else Windows-1252,
 * which every file is valid in.
 */
export function decodeText(bytes: Uint8Array): string {
  const wide = detectWide(bytes.subarray(0, 4))
  if (wide) return new TextDecoder(wide).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return Array.from(bytes, (byte) => (byte < 0x80 || byte > 0x9f ? String.fromCharCode(byte) : windows.charAt(byte - 0x80))).join('')
  }
}

// Without a mark: of the first characters, which are headers, one byte of two is zero.
function detectWide([a = -1, b = -1, c = -1, d = -1]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if ((a === 0xff && b === 0xfe) || (a > 0 && b === 0 && c > 0 && d === 0)) return 'utf-16le'
  return (a === 0xfe && b === 0xff) || (a === 0 && b > 0 && c === 0 && d > 0) ? 'utf-16be' : null
}
