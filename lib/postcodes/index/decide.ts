import { toCompact, withSpace } from '../model/form'
import { readPostcode, type OutsidePlace } from '../model/postcode'
import { listWiderReadings } from '../model/repairs'
import { nearestLivePostcode } from './nearest'
import type { PostcodeIndex } from './open'

/**
 * What the index alone can tell about an input. `unknown` includes Northern Ireland, which the index doesn't
 * cover; `readings` are the input itself, if well formed, then its possible repairs.
 */
export type IndexDecision =
  | { kind: 'live'; postcode: string; code: string; isRepaired: boolean }
  | { kind: 'terminated'; postcode: string; nearest: { postcode: string; code: string } | null }
  | { kind: 'unknown'; readings: string[] }
  | { kind: 'invalid' }
  | { kind: 'not-represented'; place: OutsidePlace }

/**
 * Parses and looks up one postcode. The literal reading wins when it exists or once existed; a repair (O for 0,
 * I for 1, then l, S, B, Z and G) counts only when exactly one reading exists. Never throws.
 */
export function decideFromIndex(index: PostcodeIndex, input: string): IndexDecision {
  const reading = readPostcode(input)
  switch (reading.kind) {
    case 'invalid':
      return findOnly(index, listWider(input), true) ?? { kind: 'invalid' }
    case 'outside':
      return { kind: 'not-represented', place: reading.place }
    case 'readings':
      return decideBetween(index, reading.readings, reading.isLiteral, () => listWider(input))
  }
}

function listWider(input: string): string[] {
  return listWiderReadings(toCompact(input)).map(withSpace)
}

function decideBetween(
  index: PostcodeIndex,
  readings: string[],
  isLiteral: boolean,
  listMore: () => string[],
): IndexDecision {
  const literal = isLiteral ? readings.slice(0, 1) : []
  const repairs = readings.slice(literal.length)
  const known = findOnly(index, literal, false) ?? findOnly(index, repairs, true)
  if (known) return known
  // Two usual repairs exist: a third way to read it would be a guess.
  const isUnclear = repairs.some((postcode) => index.find(postcode).kind === 'live')
  return (isUnclear ? null : findOnly(index, listMore(), true)) ?? { kind: 'unknown', readings }
}

/** The decision when exactly one reading is live or, with none live, exactly one is terminated. */
function findOnly(index: PostcodeIndex, readings: string[], isRepaired: boolean): IndexDecision | null {
  const answers = readings.map((postcode) => ({ postcode, answer: index.find(postcode) }))
  const known = answers.filter(({ answer }) => answer.kind !== 'unknown')
  const live = known.filter(({ answer }) => answer.kind === 'live')
  const [only, another] = live.length > 0 ? live : known
  if (only === undefined || another !== undefined || only.answer.kind === 'unknown') return null
  const { postcode, answer } = only
  if (answer.kind === 'live') return { kind: 'live', postcode, code: answer.code, isRepaired }
  return { kind: 'terminated', postcode, nearest: nearestLivePostcode(index, postcode) }
}
