/*
 * The form of a postcode, and how typing errors in it are repaired. Shipped to browsers, hence apart from postcode.ts.
 */

// Longer than any postcode with stray characters around it; anything beyond isn't worth cleaning.
const longestInput = 100

/**
 * The shapes of postcodes without their space: 9 is a digit, A a letter, B a second letter (never I), D a final letter of
 * the outcode (never I or O): Royal Mail's Programmers' Guide to the PAF, "Format of postcodes".
 */
export const shapes = ['A9', 'A99', 'AB9', 'A9D', 'AB99', 'AB9D'].map((outcode) => `${outcode}9AA`)
const toDigit: Partial<Record<string, string>> = { O: '0', I: '1' }
const toLetter: Partial<Record<string, Partial<Record<string, string>>>> = { A: { 0: 'O', 1: 'I' }, B: { 0: 'O' } }

function isWellFormed(compact: string): boolean {
  return /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(compact)
}

function repair(compact: string, shape: string): string | null {
  let repaired = ''
  for (const [position, wanted] of [...shape].entries()) {
    const character = compact.charAt(position)
    const fits = /\d/.test(character) === (wanted === '9')
    const fitting = fits ? character : (wanted === '9' ? toDigit : toLetter[wanted])?.[character]
    if (fitting === undefined) return null
    repaired += fitting
  }
  return isWellFormed(repaired) ? repaired : null
}

/** An input's letters and digits only, in upper case; '' when it is far too long. */
export function toCompact(input: string): string {
  const text = input.trim()
  if (text.length > longestInput) return ''
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** The well-formed postcodes that a compact input may be, without a space: the literal one first, then the repairs. */
export function listReadings(compact: string): { readings: string[]; isLiteral: boolean } {
  const isLiteral = isWellFormed(compact)
  const readings = isLiteral ? [compact] : []
  for (const shape of shapes) {
    const repaired = shape.length === compact.length ? repair(compact, shape) : null
    if (repaired !== null && !readings.includes(repaired)) readings.push(repaired)
  }
  return { readings, isLiteral }
}

/** A compact postcode in its usual form: `M14 5AA`. */
export function withSpace(compact: string): string {
  return `${compact.slice(0, -3)} ${compact.slice(-3)}`
}

/**
 * A postcode in its usual form, `M14 5AA`, however it was typed. What can't be read as one postcode, or could be one of
 * several, stays as it is, trimmed and in upper case.
 */
export function normalisePostcode(text: string): string {
  const { readings, isLiteral } = listReadings(toCompact(text))
  const [first] = readings
  return first !== undefined && (isLiteral || readings.length === 1) ? withSpace(first) : text.trim().toUpperCase()
}

/** The first half of a whole postcode in its usual form: `M14` of `M14 5AA`; null for anything else. */
export function readOutcode(postcode: string): string | null {
  return /^([A-Z]{1,2}\d[A-Z\d]?) \d[A-Z]{2}$/.exec(postcode)?.[1] ?? null
}

/**
 * Whether a whole postcode can’t be in an area, as far as its first half tells.
 * @param halves the first halves in the area, or the letters that all of them begin with (`BT`); none when not known
 */
export function isElsewhere(postcode: string, halves: readonly string[]): boolean {
  const outcode = readOutcode(postcode)
  if (outcode === null || halves.length === 0) return false
  return !halves.includes(outcode) && !halves.includes(outcode.replace(/\d.*/, ''))
}
