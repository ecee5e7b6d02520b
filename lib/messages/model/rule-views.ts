import type { RuleFields } from './rule-versions'
import type { RuleState } from '../words'

/** A rule in the list; `effect` says what visitors get of it, `seats` is how many get it now, `by` who last saved it and when. */
export type RuleLine = {
  id: number
  version: number
  name: string
  audience: string
  states: RuleState[]
  effect: string
  isActive: boolean | null
  seats: number
  by: string
}

/** A constituency to choose from; `mp` is '' while it is vacant. */
export type SeatChoice = { code: string; slug: string; name: string; mp: string }

/**
 * What a rule form needs: its initial values and the options to choose from. `id` and `version` are '' for a new rule.
 */
export type RuleEditing = {
  id: string
  version: string
  fields: RuleFields
  /** `isFitting`: the rule, as it was saved, is for it. */
  seats: (SeatChoice & { isFitting: boolean })[]
  parties: string[]
  previewSlug: string
}

/** A constituency whose message changes; null where no rule applies. `isPlanned`: it changes then in any case. */
export type CheckLine = {
  code: string
  seat: string
  mp: string | null
  party: string | null
  now: RuleName
  next: RuleName
  isPlanned: boolean
}

/** What changes at a moment; `at` is null for now. */
export type MomentChanges = { at: Date | null; lines: CheckLine[] }

/** The rule a seat gets; null where none applies. */
export type RuleName = { id: number; name: string } | null

/** A draft that can be published. `fits`: how many constituencies it is for; `gets`: how many get it, none above it being first. */
export type CheckedDraft = {
  id: number
  name: string
  by: string
  isNew: boolean
  isChosen: boolean
  isOwn: boolean
  fits: number
  gets: number
}
