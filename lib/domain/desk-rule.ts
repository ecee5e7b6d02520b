import { conditionNames, type MessageRule, type RuleContent } from './message-rule'
import { formatUkMinute } from './uk-time'

/** A version of a rule and who saved it when; `savedBy` is a staff id, null for what was shipped. */
export type RuleVersion = { version: number; savedBy: string | null; savedAt: Date; content: RuleContent }

/**
 * A rule as the desk sees it. `version` grows with each change of it: its draft, its place, what is
 * published. `published` is what visitors get, `draft` what they might get next; one of them is there.
 */
export type DeskRule = { id: number; position: number; version: number; published: RuleVersion | null; draft: RuleVersion | null }

/** What differs between two versions, field by field as text; conditions by their own names. */
export type RuleDifference = { field: string; before: string; after: string }

/** Compares two versions of a rule, in the order in which a form shows the fields. */
export function compareRules(before: RuleContent, after: RuleContent): RuleDifference[] {
  const old = toFields(before)
  return toFields(after).flatMap(([field, text], index) => {
    const was = old[index]?.[1] ?? ''
    return was === text ? [] : [{ field, before: was, after: text }]
  })
}

function toFields(content: RuleContent): [field: string, text: string][] {
  const { name, isActive, activeFrom, activeUntil, conditions, postText, emailSubject, emailBody } = content
  const time = (instant: Date | null) => (instant ? formatUkMinute(instant) : '')
  return [
    ['name', name],
    ['isActive', String(isActive)],
    ['activeFrom', time(activeFrom)],
    ['activeUntil', time(activeUntil)],
    ...conditionNames.map((condition): [string, string] => [`conditions.${condition}`, String(conditions[condition] ?? '')]),
    ['postText', postText],
    ['emailSubject', emailSubject],
    ['emailBody', emailBody],
  ]
}

/**
 * The rules as visitors would get them if the drafts with these ids were published: the published
 * ones with those drafts in their place.
 */
export function listRulesWithDrafts(rules: readonly DeskRule[], ids: readonly number[]): (MessageRule & { id: number })[] {
  return rules.flatMap(({ id, position, published, draft }) => {
    const shown = (ids.includes(id) && draft) || published
    return shown ? [{ id, position, ...shown.content }] : []
  })
}
