import type { RuleFields } from './rule-versions'
import type { RuleState } from '../words'

/** A rule in the list; `seats` is how many get it now, `by` who saved it last and when, in words. */
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

/** A seat to choose; `mp` is '' while it is vacant. */
export type SeatChoice = { code: string; slug: string; name: string; mp: string }

/** What the form of a rule needs: where it begins, and what there is to choose. `id` and `version` are '' for a new one. */
export type RuleEditing = {
  id: string
  version: string
  fields: RuleFields
  seats: SeatChoice[]
  parties: string[]
  previewSlug: string
}

/** A seat before and after a publication; null where no rule is for it. */
export type ProofLine = { code: string; seat: string; now: RuleName; next: RuleName; isChanged: boolean }

/** A rule that a seat gets; null where none is for it. */
export type RuleName = { id: number; name: string } | null
