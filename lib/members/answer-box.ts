import 'server-only'
import { isParliamentDissolved } from '../campaign/get'
import { loadPostcodeIndex } from '../postcodes/index/load'
import { createPostcodesIoClient, type PostcodesIoClient } from '../postcodes/postcodes-io-client/client'
import { env } from '../shared/env'
import { log } from '../shared/log'
import { leaveFormQueue } from '../shared/outside-queue'
import { answerTyped, type TypedAnswer } from './answer-typed'
import { getNameIndex } from './get-name-index'

const onFailure = (reason: string) => log.warn({ reason }, 'postcodes.io is unavailable')
const client = env.POSTCODES_IO_URL
  ? leavingTheQueue(createPostcodesIoClient({ baseUrl: env.POSTCODES_IO_URL, onFailure }))
  : null

/** While a visitor waits for the service, other forms go on. */
function leavingTheQueue({ lookUp }: PostcodesIoClient): PostcodesIoClient {
  return {
    lookUp(...asked) {
      leaveFormQueue()
      return lookUp(...asked)
    },
  }
}

/**
 * Answers whatever a visitor typed into a postcode box or the search. The index covers Great Britain; other postcodes are
 * asked of postcodes.io when it is configured.
 * @param text as typed, not trusted, of any length
 */
export async function answerBox(text: string): Promise<TypedAnswer | { outcome: 'dissolved' }> {
  if (await isParliamentDissolved()) return { outcome: 'dissolved' }
  const answer = await answerTyped(text, { postcodes: loadPostcodeIndex(), getNames: getNameIndex, client })
  log.debug({ outcome: answer.outcome }, 'postcode box') // never what was typed
  return answer
}
