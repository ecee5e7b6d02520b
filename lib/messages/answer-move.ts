import 'server-only'
import type { RuleFields } from './model/rule-versions'
import type { MoveAnswer, MoveState } from './model/rule-form'
import type { Change } from '../audit/model/actor'
import { describeProblems } from './describe-problems'
import { moveMessageRule, type RuleMoved } from './move-rule'
import { showRules } from './show-rules'

/**
 * Moves a rule as a form asks, and says what happened.
 * @param fields not trusted: `id`, `direction`, the `order` that was seen, and what was `agreed` to if that was asked
 */
export async function answerMove(fields: RuleFields, mayPublish: boolean, change: Change): Promise<MoveAnswer> {
  const id = Number(fields.id)
  const seen = (fields.order ?? '').split(' ').map(Number)
  const direction = fields.direction === 'up' ? 'up' : 'down'
  const answer = await moveMessageRule({ id, direction, seen, mayPublish, agreed: fields.agreed ?? '' }, change)
  const rules = await showRules(change.now)
  const name = rules.find((each) => each.id === id)?.name ?? ''
  const outcome = answer.outcome === 'moved' ? 'done' : answer.outcome === 'ask' ? 'ask' : 'refused'
  return { outcome, id, direction, message: describe(answer, name, rules.length) }
}

/** Adds the rules as they are now to what happened, which a second press is told again. */
export async function showMove(answer: MoveAnswer, now: Date): Promise<MoveState> {
  const rules = await showRules(now)
  const at = rules.findIndex(({ id }) => id === answer.id)
  const isThere = answer.outcome === 'done' && at >= 0
  return { ...answer, rules, ...(isThere && { message: describePlace(rules[at]?.name ?? '', at + 1, rules.length) }) }
}

function describePlace(name: string, place: number, count: number): string {
  return `“${name}” is now number ${place} of ${count}.`
}

function describe(answer: RuleMoved, name: string, count: number): string {
  switch (answer.outcome) {
    case 'moved':
      return describePlace(name, answer.place, count)
    case 'ask':
      return answer.changes
    case 'refused':
      return describeProblems(
        `“${name}” stays where it is. In that order some messages couldn’t be sent:`,
        answer.report,
      )
    case 'not-allowed':
      return `“${name}” stays where it is: both rules are in use, so ask a publisher to move it.`
    case 'conflict':
      return 'Somebody else has moved a rule. This is the order now; move yours again.'
    case 'not-found':
      return 'That rule is not there any more.'
  }
}
