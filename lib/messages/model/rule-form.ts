import type { MergingFormState } from '../../shared/model/form'
import { pickFields } from '../../shared/model/merge'
import { ruleFieldWords } from '../words'
import type { Preview } from './measured'
import type { RuleFields } from './rule-versions'
import type { RuleLine } from './rule-views'

/** The names of a rule's fields, in the form's order. */
export const ruleFieldNames = Object.keys(ruleFieldWords)

/** The result of submitting a rule form; `values` are all its fields as submitted, including hidden ones. */
export type RuleFormState =
  Exclude<MergingFormState, { outcome: 'done' }> | { outcome: 'shown'; preview: Preview; values: RuleFields }

/** Picks a rule's own fields out of everything its form submits, with normalised line endings. */
export function pickRuleFields(values: RuleFields): RuleFields {
  return pickFields(values, ruleFieldNames)
}

/**
 * What happened to a rule that was to be moved. `ask`: nothing yet, `message` says what would change for visitors. `undo`:
 * the change in the log, for whoever may undo it.
 */
export type MoveAnswer = {
  outcome: 'done' | 'ask' | 'refused'
  id: number
  direction: 'up' | 'down'
  message: string
  undo?: string
}

/** The result of moving a rule, with the rules as they are now. */
export type MoveState = null | (MoveAnswer & { rules: RuleLine[] })
