import { formatCsvField } from '../../shared/csv'
import { isNorthernIreland, readPostcode } from '../model/postcode'
import { decideFromIndex } from './decide'
import type { PostcodeIndex } from './open'

/** The outcomes in the CSV. Other programs read them, so they keep their underscores. */
export type LookupOutcome = 'found' | 'terminated' | 'not_found' | 'invalid' | 'not_represented' | 'unavailable'

/** The header line of `npm run postcodes:lookup`. */
export const lookupHeader = 'postcode,outcome,constituency_code'

/**
 * One CSV row for a line of input: the postcode in standard form (or the raw input if it isn't one), the
 * outcome, and any code. Northern Ireland is `unavailable`: the index doesn't cover it, and lists are never
 * sent to a third party.
 */
export function formatLookupRow(index: PostcodeIndex, input: string): string {
  const decision = decideFromIndex(index, input)
  switch (decision.kind) {
    case 'live':
      return formatRow(decision.postcode, 'found', decision.code)
    case 'terminated':
      return formatRow(decision.postcode, 'terminated')
    case 'unknown':
      return formatRow(
        decision.readings[0] ?? input,
        decision.readings.some(isNorthernIreland) ? 'unavailable' : 'not_found',
      )
    case 'invalid':
      return formatRow(input, 'invalid')
    case 'not-represented': {
      const reading = readPostcode(input)
      return formatRow(reading.kind === 'outside' ? reading.postcode : input, 'not_represented')
    }
  }
}

function formatRow(postcode: string, outcome: LookupOutcome, code = ''): string {
  return `${formatCsvField(postcode)},${outcome},${code}`
}
