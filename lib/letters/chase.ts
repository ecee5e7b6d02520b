import 'server-only'
import { showFollowUp } from './follow-up'
import { type ChaseState, type ChaseValues, signChase } from './model/chase'
import { requestLetter } from './request'

/**
 * Stores a letter that asks an MP again, to be confirmed like the first one.
 * @param given not trusted; `address` is the visitor’s prefix
 */
export async function sendChase(
  given: { token: string; values: ChaseValues; address: string },
  now: Date,
): Promise<NonNullable<ChaseState>> {
  const { token, values, address } = given
  const view = await showFollowUp({ token }, now)
  if (!view?.mp || !view.chase) return { outcome: 'closed', values }
  const { mp, seat, chase } = view
  const letter = { ...values, body: signChase(values), isFollowUpAsked: false, isChase: true, ruleId: null }
  const context = { seat, mp, allowedTexts: [chase.body], address, now }
  const answer = await requestLetter(letter, context)
  return answer.outcome === 'refused'
    ? { outcome: 'refused', problems: answer.problems, values }
    : { outcome: answer.outcome, values }
}
