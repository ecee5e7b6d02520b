import { listReadings, toCompact, withSpace } from './form'

/** Places with British-looking postcodes but no seat in the House of Commons. */
export type OutsidePlace = 'channel-islands' | 'isle-of-man' | 'forces' | 'overseas'

/**
 * The possible readings of an input. `readings` are well-formed postcodes such as `SW1A 0AA`: the literal one
 * first, if it is well formed (`isLiteral`), then the repairs that swap O and 0, or I and 1.
 */
export type PostcodeReading =
  | { kind: 'invalid' }
  | { kind: 'readings'; readings: string[]; isLiteral: boolean }
  | { kind: 'outside'; place: OutsidePlace; postcode: string }

// Overseas territories' postcodes:
// https://www.upu.int/en/postal-solutions/programmes-services/addressing-solutions
const territories = /^(?:GX111AA|(?:ASCN|BBND|BIQQ|FIQQ|PCRN|SIQQ|STHL|TDCU|TKCA)1ZZ|AI2640|KY\d{5}|MSR\d{4}|VG11\d\d)$/
const forces = /^(?:BF\d{2,3}[A-Z]{2}|BFP[O0]\d{1,4})$/

/**
 * The place without a constituency that a postcode belongs to, or null.
 * @param postcode normalised (`JE2 3AB`); spaces and hyphens are ignored
 */
export function placeOutsideConstituencies(postcode: string): OutsidePlace | null {
  const compact = postcode.replace(/[\s-]/g, '')
  if (/^(?:GY|JE)\d{2,3}[A-Z]{2}$/.test(compact)) return 'channel-islands'
  if (/^IM\d{2,3}[A-Z]{2}$/.test(compact)) return 'isle-of-man'
  if (forces.test(compact)) return 'forces'
  return territories.test(compact) ? 'overseas' : null
}

/**
 * Parses a postcode as people type and paste it: any case, spaces, dashes, quotes, full-width letters, O for 0
 * and I for 1. Checks only the form, not whether the postcode exists. Never throws.
 */
export function readPostcode(input: string): PostcodeReading {
  const compact = toCompact(input)
  const { readings, isLiteral } = listReadings(compact)
  for (const candidate of [compact, ...readings.slice(0, 1)]) {
    const place = placeOutsideConstituencies(candidate)
    if (place !== null) return { kind: 'outside', place, postcode: formatOutside(candidate) }
  }
  return readings.length === 0
    ? { kind: 'invalid' }
    : { kind: 'readings', readings: readings.map(withSpace), isLiteral }
}

function formatOutside(compact: string): string {
  const forcesNumber = /^BFP[O0](\d+)$/.exec(compact)?.[1]
  if (forcesNumber !== undefined) return `BFPO ${forcesNumber}`
  if (/^AI/.test(compact)) return `AI-${compact.slice(2)}`
  if (/^KY/.test(compact)) return `${compact.slice(0, 3)}-${compact.slice(3)}`
  return /^(?:MSR|VG)/.test(compact) ? compact : withSpace(compact)
}

/** Whether a normalised postcode is in Northern Ireland, whose list isn't free to redistribute. */
export function isNorthernIreland(postcode: string): boolean {
  return /^BT\d/.test(postcode)
}
