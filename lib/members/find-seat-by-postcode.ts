import 'server-only'
import { findSeatPage } from './data/read-seed'
import { env } from '../shared/env'
import { log } from '../shared/log'
import { loadPostcodeIndex } from '../postcodes/index/load'
import { createPostcodesIoClient } from '../postcodes/postcodes-io-client/client'
import { findConstituency } from '../postcodes/find-constituency'
import type { ShownOutcome } from '../postcodes/model/lookup'
import { isParliamentDissolved } from '../campaign/get'

/** The outcome of looking up an MP's page by postcode. */
type SeatByPostcode = Exclude<ShownOutcome, { outcome: 'limited' }>

const onFailure = (reason: string) => log.warn({ reason }, 'postcodes.io is unavailable')
const client = env.POSTCODES_IO_URL ? createPostcodesIoClient({ baseUrl: env.POSTCODES_IO_URL, onFailure }) : null

/**
 * Finds the constituency page for a postcode as typed. The index covers Great Britain; the rest goes to
 * postcodes.io when it is configured.
 */
export async function findSeatByPostcode(input: string): Promise<SeatByPostcode> {
  if (await isParliamentDissolved()) return { outcome: 'dissolved' }
  const answer = await findConstituency(input, { index: loadPostcodeIndex(), client })
  log.debug({ outcome: answer.outcome }, 'postcode') // never the postcode, nor its area
  switch (answer.outcome) {
    case 'found': {
      const seat = findSeatPage(answer.code)
      return seat ? { outcome: 'found', postcode: answer.postcode, isRepaired: answer.isRepaired, seat } : unknownSeat
    }
    case 'terminated': {
      const seat = answer.nearest && findSeatPage(answer.nearest.code)
      const nearest = answer.nearest && seat ? { postcode: answer.nearest.postcode, seat } : null
      return { outcome: 'terminated', postcode: answer.postcode, nearest }
    }
    default:
      return answer
  }
}

// The provider returned a code outside the 650: it has moved on to new boundaries.
const unknownSeat: SeatByPostcode = { outcome: 'unavailable', isNorthernIreland: false }
