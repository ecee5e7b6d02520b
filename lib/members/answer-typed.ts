import { findConstituency } from '../postcodes/find-constituency'
import type { PostcodeIndex } from '../postcodes/index/open'
import { listConstituenciesOf } from '../postcodes/index/outcode'
import type { SeatChoice, ShownOutcome } from '../postcodes/model/lookup'
import { isNorthernIreland, readPostcode } from '../postcodes/model/postcode'
import type { PostcodesIoClient } from '../postcodes/postcodes-io-client/client'
import { readTyped } from '../postcodes/read-typed'
import { askNorthernIreland } from './ask-northern-ireland'
import { findSeatPage } from './data/read-seed'
import { searchNames, type NameIndex, type NameMatch } from './model/search-names'

/** The answer to what a visitor typed. */
export type TypedAnswer = Exclude<ShownOutcome, { outcome: 'limited' | 'dissolved' }>

export type TypedDeps = {
  postcodes: PostcodeIndex
  /** Constituencies by name; asked only where they matter. */
  getNames: () => Promise<NameIndex>
  /** null when postcodes.io is turned off. */
  client: PostcodesIoClient | null
}

const longestQuote = 60
const maxChoices = 15

/**
 * Answers whatever a visitor typed into a postcode box or the search: a postcode, alone or inside other words, a half of
 * one, the name of a constituency, an MP or a place. Never throws for what was typed.
 * @param text as typed, not trusted, of any length
 */
export async function answerTyped(text: string, deps: TypedDeps): Promise<TypedAnswer> {
  if (text.trim() === '') return { outcome: 'invalid' }
  const typed = readTyped(deps.postcodes, text)
  switch (typed.kind) {
    case 'postcode': {
      // Five letters may be a postcode with O for 0, or a name.
      const names = typed.isDoubtful ? await answerNames(text, deps) : null
      return names?.outcome === 'names' && names.isExact ? names : answerPostcode(typed.text, quote(typed.typed), deps)
    }
    case 'several':
      return {
        outcome: 'several-postcodes',
        postcodes: typed.postcodes.map(({ postcode, code }) => ({
          postcode,
          seat: code === null ? null : findSeatPage(code),
        })),
      }
    case 'half':
      if (isNorthernIreland(typed.outcode)) return askNorthernIreland(await deps.getNames(), typed.outcode, false)
      return {
        outcome: 'half-postcode',
        outcode: typed.outcode,
        start: typed.start,
        choices: await listChoices(typed.codes, deps),
      }
    case 'outside':
      return { outcome: 'not-represented', place: typed.place }
    case 'words':
      return answerNames(text, deps)
  }
}

async function answerPostcode(text: string, typed: string, deps: TypedDeps): Promise<TypedAnswer> {
  const answer = await findConstituency(text, { index: deps.postcodes, client: deps.client })
  switch (answer.outcome) {
    case 'found': {
      const seat = findSeatPage(answer.code)
      // The provider returned a code outside the 650: it has moved on to new boundaries.
      return seat
        ? { outcome: 'found', postcode: answer.postcode, isRepaired: answer.isRepaired, typed, seat }
        : { outcome: 'unavailable', choices: [] }
    }
    case 'terminated': {
      const seat = answer.nearest && findSeatPage(answer.nearest.code)
      const nearest = answer.nearest && seat ? { postcode: answer.nearest.postcode, seat } : null
      return { outcome: 'terminated', postcode: answer.postcode, nearest }
    }
    case 'not-found': {
      const reading = readPostcode(text)
      const isAsTyped = reading.kind === 'readings' && reading.isLiteral
      return {
        outcome: 'not-found',
        postcode: isAsTyped ? answer.postcode : typed,
        choices: await listNear(answer.postcode, deps),
      }
    }
    case 'unavailable': {
      const outcode = outcodeOf(text)
      if (answer.isNorthernIreland) return askNorthernIreland(await deps.getNames(), outcode, deps.client !== null)
      return { outcome: 'unavailable', choices: await listNear(outcode, deps) }
    }
    case 'invalid':
    case 'not-represented':
      return answer
  }
}

function outcodeOf(text: string): string {
  const reading = readPostcode(text)
  return reading.kind === 'readings' ? (reading.readings[0]?.split(' ')[0] ?? '') : ''
}

/** The constituencies of the postcodes that begin like one; in Northern Ireland, those of its post town. */
async function listNear(postcode: string, deps: TypedDeps): Promise<SeatChoice[]> {
  if (isNorthernIreland(postcode))
    return askNorthernIreland(await deps.getNames(), postcode.split(' ')[0] ?? '', false).likely
  return listChoices(listConstituenciesOf(deps.postcodes, postcode.split(' ')[0] ?? ''), deps)
}

async function listChoices(codes: readonly string[], { getNames }: TypedDeps): Promise<SeatChoice[]> {
  if (codes.length === 0) return []
  const { byCode } = await getNames()
  return codes.flatMap((code) => byCode.get(code) ?? []).map(({ seat }) => ({ ...seat, note: null }))
}

async function answerNames(text: string, { getNames }: TypedDeps): Promise<TypedAnswer> {
  const { isExact, matches } = searchNames(await getNames(), text)
  const typed = quote(text)
  if (matches.length === 0) return { outcome: 'no-match', typed }
  const shown = isRegion(matches) ? matches : matches.slice(0, maxChoices)
  const choices = shown.map(({ found: { seat }, place }) => ({ ...seat, note: place }))
  return { outcome: 'names', typed, isExact, choices, more: matches.length - shown.length }
}

/** Whether the matches are a whole part of the UK, which is shown whole. */
function isRegion(matches: readonly NameMatch[]): boolean {
  return matches.every(({ found, place }) => place === null && found.region === matches[0]?.found.region)
}

function quote(typed: string): string {
  const text = typed.replace(/\s+/g, ' ').trim()
  return text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text
}
