import { decideFromIndex } from './index/decide'
import type { PostcodeIndex } from './index/open'
import { listConstituenciesOf } from './index/outcode'
import { toCompact } from './model/form'
import { isNorthernIreland, placeOutsideConstituencies, readPostcode, type OutsidePlace } from './model/postcode'
import { listOutcodeReadings } from './model/repairs'
import { findTypedPostcodes, placeOfOutcode, type TypedPostcodes } from './model/typed'

/**
 * What a visitor's text says about postcodes. `postcode`: look it up as `text`; they wrote `typed`. A reading is doubtful
 * if it has no digit, and may as well be a word. `half`: `codes` are the constituencies of its outcode, or of as much as is
 * known; none in Northern Ireland.
 */
export type Typed =
  | { kind: 'postcode'; text: string; typed: string; isDoubtful: boolean }
  | { kind: 'several'; postcodes: { postcode: string; code: string | null }[] }
  | { kind: 'half'; outcode: string; start: string; codes: string[] }
  | { kind: 'outside'; place: OutsidePlace }
  | { kind: 'words' }

/** Finds the postcode, postcodes or half of one in a text of any kind and length. Never throws. */
export function readTyped(index: PostcodeIndex, text: string): Typed {
  const parts = findTypedPostcodes(text)
  const whole = readWhole(index, parts)
  if (whole.isSure) return whole.typed
  return (
    readFull(index, parts.full) ??
    readLikely(index, parts.likely) ??
    asPostcode(parts.full[0]) ??
    (parts.place ? { kind: 'outside', place: parts.place } : null) ??
    readHalves(index, parts) ??
    whole.typed
  )
}

/** `isSure`: nothing else in the text could mean more. */
function readWhole(index: PostcodeIndex, { whole: text, clean }: TypedPostcodes): { typed: Typed; isSure: boolean } {
  const half = /^([A-Z]{1,2}\d[A-Z\d]?) ?(\d[A-Z]?)?$/.exec(text)
  const known = half && readHalf(index, half[1] ?? '', half[2] ?? '')
  if (known) return { typed: known, isSure: true }
  const decision = decideFromIndex(index, text)
  const typed = asPostcode(text, clean, !/\d/.test(text))
  if (decision.kind === 'invalid' || typed === null) return { typed: { kind: 'words' }, isSure: false }
  const isLiteral = isPostcodeShaped(text)
  if (decision.kind === 'unknown' && !isLiteral)
    return { typed: typed.isDoubtful ? { kind: 'words' } : typed, isSure: false }
  return { typed, isSure: true }
}

function isPostcodeShaped(text: string): boolean {
  const reading = readPostcode(text)
  return reading.kind === 'readings' && reading.isLiteral
}

function readFull(index: PostcodeIndex, full: string[]): Typed | null {
  const known = full.flatMap((postcode): { postcode: string; code: string | null }[] => {
    const answer = index.find(postcode)
    if (answer.kind === 'live') return [{ postcode, code: answer.code }]
    const isPlausible = answer.kind === 'terminated' || isNorthernIreland(postcode)
    return isPlausible || placeOutsideConstituencies(postcode) ? [{ postcode, code: null }] : []
  })
  const [first, ...others] = known
  if (!first) return null
  const isOne = others.every(({ code }) => code !== null && code === first.code)
  return isOne ? asPostcode(first.postcode) : { kind: 'several', postcodes: known.slice(0, 4) }
}

/** A mistyped postcode in other words counts if it is the only one that exists. */
function readLikely(index: PostcodeIndex, likely: TypedPostcodes['likely']): Typed | null {
  const found = new Map<string, Typed>()
  for (const { text, typed } of likely) {
    const decision = decideFromIndex(index, text)
    if (decision.kind === 'live') found.set(decision.postcode, { kind: 'postcode', text, typed, isDoubtful: false })
  }
  const [only, ...others] = found.values()
  return only && others.length === 0 ? only : null
}

function readHalves(index: PostcodeIndex, { halves, whole }: TypedPostcodes): Typed | null {
  const known = halves.flatMap(({ outcode, start }) => readHalf(index, outcode, start) ?? [])
  // Addresses end in the postcode.
  const last = known.at(-1)
  if (last) return last
  const compact = toCompact(whole)
  if (!/\d/.test(compact) || compact.length > 4) return null
  const repaired = listOutcodeReadings(compact).flatMap((outcode) => readHalf(index, outcode, '') ?? [])
  return repaired.length === 1 ? (repaired[0] ?? null) : null
}

function readHalf(index: PostcodeIndex, outcode: string, start: string): Typed | null {
  const place = placeOfOutcode(outcode)
  if (place) return { kind: 'outside', place }
  if (isNorthernIreland(outcode)) return { kind: 'half', outcode, start, codes: [] }
  const all = listConstituenciesOf(index, outcode)
  if (all.length === 0) return null
  const some = start === '' ? [] : listConstituenciesOf(index, outcode, start)
  return { kind: 'half', outcode, start, codes: some.length > 0 ? some : all }
}

function asPostcode(text: string | undefined, typed = text ?? '', isDoubtful = false) {
  return text === undefined || text === '' ? null : { kind: 'postcode' as const, text, typed, isDoubtful }
}
