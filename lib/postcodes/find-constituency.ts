import type { ConstituencyAnswer } from './model/lookup'
import { isNorthernIreland } from './model/postcode'
import { decideFromIndex } from './index/decide'
import type { PostcodeIndex } from './index/open'
import type { PostcodesIoAnswer } from './postcodes-io-client/answer'
import type { PostcodesIoClient } from './postcodes-io-client/client'

export type ConstituencyDeps = {
  index: PostcodeIndex
  /** null where postcodes.io is turned off. */
  client: PostcodesIoClient | null
}

/**
 * Finds the constituency of a postcode as a visitor typed it. What the embedded index knows
 * is answered without the network. Never throws for what a visitor or the service may say.
 */
export async function findConstituency(
  input: string,
  { index, client }: ConstituencyDeps,
): Promise<ConstituencyAnswer> {
  const decision = decideFromIndex(index, input)
  switch (decision.kind) {
    case 'live':
      return { outcome: 'found', postcode: decision.postcode, code: decision.code, isRepaired: decision.isRepaired }
    case 'terminated':
      return { outcome: 'terminated', postcode: decision.postcode, nearest: decision.nearest }
    case 'not-represented':
      return { outcome: 'not-represented', place: decision.place }
    case 'invalid':
      return { outcome: 'invalid' }
    case 'unknown':
      return findOutsideIndex(input, decision.readings, client)
  }
}

// With more ways than this to mend what was typed, mending is guessing, and each is a request.
const maxRepairs = 4

/**
 * Asks postcodes.io for what the index does not know: Northern Ireland, and postcodes newer
 * than the index. Without a client a postcode of Great Britain does not exist, but of one in
 * Northern Ireland nothing can be said.
 * @param input what the visitor typed
 * @param readings the postcodes it can be read as, in their usual form, the literal one first
 */
export async function findOutsideIndex(
  input: string,
  readings: readonly string[],
  client: PostcodesIoClient | null,
): Promise<ConstituencyAnswer> {
  const [first] = readings
  if (first === undefined) return { outcome: 'invalid' }
  if (!client) return isNorthernIreland(first) ? unavailable(first) : { outcome: 'not-found', postcode: first }

  // What was typed may not be written like any postcode ("BTI 5GS"): then each reading is a repair.
  const isLiteral = lettersAndDigits(first) === lettersAndDigits(input)
  const literal = isLiteral ? answerFor(first, await client.lookUp(first)) : null
  return literal ?? findRepaired(first, isLiteral ? readings.slice(1) : readings, client)
}

/** A repair counts only where no other repair is a postcode too: else it would be a guess. */
async function findRepaired(
  first: string,
  repairs: readonly string[],
  client: PostcodesIoClient,
): Promise<ConstituencyAnswer> {
  const asked = repairs.length > maxRepairs ? [] : repairs
  const answers = await Promise.all(asked.map((reading) => client.lookUp(reading)))
  // One that stayed unanswered might be the second live one.
  if (answers.some(({ kind }) => kind === 'unavailable')) return unavailable(first)
  const [only, ...others] = answers.filter((answer) => answer.kind === 'live')
  if (!only || others.length > 0) return { outcome: 'not-found', postcode: first }
  return { outcome: 'found', postcode: only.postcode, code: only.code, isRepaired: true }
}

/** null where there is no such postcode, so that its repairs are worth asking. */
function answerFor(postcode: string, answer: PostcodesIoAnswer): ConstituencyAnswer | null {
  switch (answer.kind) {
    case 'live':
      return { outcome: 'found', postcode: answer.postcode, code: answer.code, isRepaired: false }
    case 'terminated':
      return { outcome: 'terminated', postcode: answer.postcode, nearest: answer.nearest }
    case 'no-constituency':
      // It exists, so nothing is to be repaired; it leads to no constituency all the same.
      return answer.place === 'other'
        ? { outcome: 'not-found', postcode }
        : { outcome: 'not-represented', place: answer.place }
    case 'unavailable':
      return unavailable(postcode)
    case 'not-found':
    case 'invalid':
      return null
  }
}

function unavailable(postcode: string): ConstituencyAnswer {
  return { outcome: 'unavailable', isNorthernIreland: isNorthernIreland(postcode) }
}

function lettersAndDigits(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
}
