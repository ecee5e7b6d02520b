import { toCompact } from './form'
import { cleanTyped, toLatinCapitals } from './look-alikes'
import { placeOutsideConstituencies, type OutsidePlace } from './postcode'

/**
 * What in a visitor's text is written like a postcode. `whole`: all of it may be one. Otherwise the postcodes inside
 * other words (`full`), groups of words that may be a mistyped one (`likely`), and the first halves of postcodes with
 * whatever follows of the second (`halves`).
 */
export type TypedPostcodes = {
  whole: string
  /** The text itself, decoded, without invisible signs. */
  clean: string
  full: string[]
  likely: { text: string; typed: string }[]
  halves: { outcode: string; start: string }[]
  place: OutsidePlace | null
}

const longestWhole = 100
const maxPieces = 200
const maxHalves = 8
const full = /(?<![\p{L}\p{N}])([A-Z]{1,2}\d[A-Z\d]?)[ .,_-]{0,3}(\d[A-Z]{2})(?![\p{L}\p{N}])/gu
const half =
  /(?<![\p{L}\p{N}])([A-Z]{1,2}\d[A-Z\d]?)(?:[ .,_-]{1,3}(\d[A-Z]?))?(?![\p{L}\p{N}])(?![ .,_-]{1,3}\d[A-Z]{3})/gu
const forces = /(?<![\p{L}\p{N}])B\.?F\.?P\.?[O0](?![\p{L}])/u

/**
 * Takes a visitor's text apart: any case, script of look-alike letters and digits, `%20` and HTML entities, in an address
 * or alone. Says only what is written like a postcode, not what exists.
 * @param text not trusted, of any length
 */
export function findTypedPostcodes(text: string): TypedPostcodes {
  const clean = cleanTyped(text)
  const capitals = toLatinCapitals(clean)
  return {
    whole: clean.length <= longestWhole ? capitals : '',
    clean,
    full: [...new Set(matchSome(capitals, full).map(([, outcode, incode]) => `${outcode} ${incode}`))],
    likely: listLikely(clean),
    halves: listHalves(capitals),
    place: forces.test(capitals) ? 'forces' : null,
  }
}

function matchSome(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  for (const match of text.matchAll(pattern)) {
    if (found.push(match) >= maxPieces) break
  }
  return found
}

/** The last ones, as addresses end in their postcode. */
function listHalves(capitals: string): TypedPostcodes['halves'] {
  const halves = new Map(
    matchSome(capitals, half).map(([, outcode = '', start = '']) => [`${outcode} ${start}`, { outcode, start }]),
  )
  return [...halves.values()].slice(-maxHalves)
}

/** Words, and pairs of words, with the length of a postcode and a digit. */
function listLikely(clean: string): { text: string; typed: string }[] {
  const words = clean.split(/[\s,;:()[\]<>"“”|]+/u, maxPieces)
  return words.flatMap((word, at) =>
    [word, `${word} ${words[at + 1] ?? ''}`].flatMap((typed) => {
      const text = toLatinCapitals(typed)
      const { length } = toCompact(text)
      return length >= 5 && length <= 7 && /\d/.test(text) ? [{ text, typed: typed.trim() }] : []
    }),
  )
}

/** The place without a constituency that the first half of a postcode belongs to, or null. */
export function placeOfOutcode(outcode: string): OutsidePlace | null {
  return placeOutsideConstituencies(`${outcode} 1AA`)
}
