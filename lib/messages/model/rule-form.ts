import type { MergingFormState } from '../../shared/model/form'
import { pickFields } from '../../shared/model/merge'
import { ruleFieldWords } from '../words'
import type { Preview } from './measured'
import type { RuleFields } from './rule-versions'

/** The names of a rule's fields, in the form's order. */
export const ruleFieldNames = Object.keys(ruleFieldWords)

/** The answer to the form of a rule; `values` are all its fields as they were sent, hidden ones too. */
export type RuleFormState =
  Exclude<MergingFormState, { outcome: 'done' }> | { outcome: 'shown'; preview: Preview; values: RuleFields }

/** The fields of a rule alone, out of all that its form sends; line ends as they are kept. */
export function pickRuleFields(values: RuleFields): RuleFields {
  return pickFields(values, ruleFieldNames)
}

/** The answer to a move of a rule: the rules' ids in their order now, and in words what happened. */
export type MoveState = null | { order: number[]; message: string; isMoved: boolean }
