import type { ConstituencyAnswer } from './model/lookup'
import { isNorthernIreland } from './model/postcode'
import { decideFromIndex } from './index/decide'
import type { PostcodeIndex } from './index/open'
import type { PostcodesIoAnswer } from './postcodes-io-client/answer'
import type { PostcodesIoClient } from './postcodes-io-client/client'

export type ConstituencyDeps = {
  index: PostcodeIndex
  /** null when postcodes.io is turned off. */
  client: PostcodesIoClient | null
  /** How long the service may take in all, whatever it is asked. */
  deadlineMs?: number
}

// With the page around it, a visitor has an answer within 2.5 seconds.
const longestMs = 1_900

/**
 * Finds the constituency for a postcode as typed. Anything in the embedded index is answered without the
 * network. Never throws, whatever the visitor or the service sends.
 */
export async function findConstituency(
  input: string,
  { index, client, deadlineMs = longestMs }: ConstituencyDeps,
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
      return findOutsideIndex(input, decision.readings, client, AbortSignal.timeout(deadlineMs))
  }
}

// Beyond this many possible repairs, repairing is guesswork, and each costs a request.
const maxRepairs = 4

/**
 * Asks postcodes.io about postcodes missing from the index: Northern Ireland, and any newer than the index.
 * Without a client, a missing British postcode is reported as not found, and one in Northern Ireland as
 * unavailable.
 * @param input as typed
 * @param readings candidate postcodes in standard form, the literal one first
 * @param deadline when it is aborted, requests end, and what isn't known by then is unavailable
 */
export async function findOutsideIndex(
  input: string,
  readings: readonly string[],
  client: PostcodesIoClient | null,
  deadline?: AbortSignal,
): Promise<ConstituencyAnswer> {
  const [first] = readings
  if (first === undefined) return { outcome: 'invalid' }
  if (!client) return isNorthernIreland(first) ? unavailable(first) : { outcome: 'not-found', postcode: first }

  // The input may not be a well-formed postcode ("BTI 5GS"); every reading is then a repair.
  const isLiteral = lettersAndDigits(first) === lettersAndDigits(input)
  const literal = isLiteral ? answerFor(first, await client.lookUp(first, deadline)) : null
  return literal ?? findRepaired(first, isLiteral ? readings.slice(1) : readings, client, deadline)
}

/** A repair counts only when no other repair is a real postcode; otherwise it would be a guess. */
async function findRepaired(
  first: string,
  repairs: readonly string[],
  client: PostcodesIoClient,
  deadline: AbortSignal | undefined,
): Promise<ConstituencyAnswer> {
  const asked = repairs.length > maxRepairs ? [] : repairs
  const answers = await Promise.all(asked.map((reading) => client.lookUp(reading, deadline)))
  // The unanswered one might be a second live postcode.
  if (answers.some(({ kind }) => kind === 'unavailable')) return unavailable(first)
  const [only, ...others] = answers.filter((answer) => answer.kind === 'live')
  if (!only || others.length > 0) return { outcome: 'not-found', postcode: first }
  return { outcome: 'found', postcode: only.postcode, code: only.code, isRepaired: true }
}

/** null when the postcode doesn't exist, so its repairs are worth trying. */
function answerFor(postcode: string, answer: PostcodesIoAnswer): ConstituencyAnswer | null {
  switch (answer.kind) {
    case 'live':
      return { outcome: 'found', postcode: answer.postcode, code: answer.code, isRepaired: false }
    case 'terminated':
      return { outcome: 'terminated', postcode: answer.postcode, nearest: answer.nearest }
    case 'no-constituency':
      // It exists, so there is nothing to repair, but it has no constituency.
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
