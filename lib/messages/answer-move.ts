import 'server-only'
import { listDeskRules } from './data/desk'
import type { RuleFields } from './model/rule-versions'
import type { MoveState } from './model/rule-form'
import type { Change } from '../audit/model/actor'
import { describeProblems } from './describe-problems'
import { type MoveAnswer, moveMessageRule } from './move-rule'

/** Moves a rule as a form asks, and says what happened. @param fields not trusted: `id`, `direction` and the order that was `seen` */
export async function answerMove(
  fields: RuleFields,
  mayPublish: boolean,
  change: Change,
): Promise<NonNullable<MoveState>> {
  const id = Number(fields.id)
  const seen = (fields.seen ?? '').split(' ').map(Number)
  const answer = await moveMessageRule(
    { id, direction: fields.direction === 'up' ? 'up' : 'down', seen, mayPublish },
    change,
  )
  const rules = await listDeskRules()
  const rule = rules.find((each) => each.id === id)
  const name = (rule?.draft ?? rule?.published)?.content.name ?? ''
  return {
    order: rules.map((each) => each.id),
    isMoved: answer.outcome === 'moved',
    message: describe(answer, name, rules.length),
  }
}

function describe(answer: MoveAnswer, name: string, count: number): string {
  switch (answer.outcome) {
    case 'moved':
      return `“${name}” is now number ${answer.place} of ${count}.`
    case 'refused':
      return describeProblems(
        `“${name}” stays where it is. In that order some messages could not be sent:`,
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
