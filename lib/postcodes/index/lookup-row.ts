import { formatCsvField } from '../../shared/csv'
import { isNorthernIreland, readPostcode } from '../model/postcode'
import { decideFromIndex } from './decide'
import type { PostcodeIndex } from './open'

/** The outcomes in the CSV. Others read them, so they keep their underscores. */
export type LookupOutcome = 'found' | 'terminated' | 'not_found' | 'invalid' | 'not_represented' | 'unavailable'

/** The first line of what `npm run postcodes:lookup` prints. */
export const lookupHeader = 'postcode,outcome,constituency_code'

/**
 * One line of a list as a row of CSV: the postcode in normal form where it was understood (the
 * input itself where not), the outcome, and the code where there is one. Northern Ireland is
 * `unavailable`: the index does not hold it, and a list is sent to nobody.
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
