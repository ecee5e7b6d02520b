import type { RuleFields } from './rule-versions'
import type { RuleState } from '../words'

/** A rule in the list; `seats` is how many get it now, `by` says who last saved it and when. */
export type RuleLine = {
  id: number
  version: number
  name: string
  audience: string
  states: RuleState[]
  isActive: boolean | null
  seats: number
  by: string
}

/** A seat to choose from; `mp` is '' while it is vacant. */
export type SeatChoice = { code: string; slug: string; name: string; mp: string }

/**
 * What a rule form needs: its initial values and the options to choose from. `id` and `version` are '' for a new rule.
 */
export type RuleEditing = {
  id: string
  version: string
  fields: RuleFields
  seats: SeatChoice[]
  parties: string[]
  previewSlug: string
}

/** A seat before and after publishing; null where no rule applies. */
export type CheckLine = { code: string; seat: string; now: RuleName; next: RuleName; isChanged: boolean }

/** The rule a seat gets; null where none applies. */
export type RuleName = { id: number; name: string } | null
