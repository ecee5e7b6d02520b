import { decodeText } from '../../shared/model/decode-text'

// Letters of other scripts that look like Latin ones, in upper case: what a keyboard in Greek or Cyrillic types.
const latin: Partial<Record<string, string>> = Object.fromEntries(
  [
    ['АВЕКМНОРСТУХЅІЈԚԜ', 'ABEKMHOPCTYXSIJQW'], // Cyrillic
    ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'], // Greek
  ].flatMap(([from = '', to = '']) => [...from].map((letter, at) => [letter, to.charAt(at)])),
)

/** The digit 0 to 9 that a decimal digit of any script stands for. Unicode keeps each script's ten in a row. */
function toDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  const start = code & ~0xf
  // A row of ten starts at a multiple of sixteen, or six after one.
  return String(/\p{Nd}/u.test(String.fromCodePoint(start)) ? code - start : code - start - 6)
}

/** Text as it was meant: `%20` and HTML entities decoded, without invisible signs, in composed characters. */
export function cleanTyped(text: string): string {
  return decodeText(text.replace(/(?:%[0-9a-f]{2})+/gi, decodePercent))
    .replace(/[\p{Z}\p{Cc}]+/gu, ' ')
    .normalize('NFKC')
    .trim()
}

function decodePercent(codes: string): string {
  try {
    return decodeURIComponent(codes)
  } catch {
    return codes
  }
}

/** Text in Latin capitals and ASCII digits, accents dropped, wherever a character looks like one. */
export function toLatinCapitals(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(
      /[^\0-\x7f]/gu,
      (character) => latin[character] ?? (/\p{Nd}/u.test(character) ? toDigit(character) : character),
    )
}
