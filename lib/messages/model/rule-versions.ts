import { conditionNames, type MessageRule, type RuleConditions, type RuleContent } from './rule'
import { formatUkMinute } from '../../shared/model/uk-time'

/** A version of a rule and who saved it when; `savedBy` is a staff id, null for what was shipped. */
export type RuleVersion = { version: number; savedBy: string | null; savedAt: Date; content: RuleContent }

/**
 * A rule as the desk sees it. `version` grows with each change of it: its draft, what is published.
 * `published` is what visitors get, `draft` what they might get next; one of them is there.
 */
export type DeskRule = {
  id: number
  position: number
  version: number
  published: RuleVersion | null
  draft: RuleVersion | null
}

/** What differs between two versions, field by field as text; conditions by their own names. */
export type RuleDifference = { field: string; before: string; after: string }

/**
 * A rule's content as a form shows it and sends it: text by field, in the form's order, conditions as
 * `conditions.nation`. What asks nothing or has no end is ''; times are minutes of the UK.
 */
export type RuleFields = Record<string, string>

/** Compares two versions of a rule, in the order in which a form shows the fields. */
export function compareRules(before: RuleContent, after: RuleContent): RuleDifference[] {
  return compareFields(listRuleFields(before), listRuleFields(after))
}

/** The same of two forms. */
export function compareFields(before: RuleFields, after: RuleFields): RuleDifference[] {
  return Object.entries(after).flatMap(([field, text]) => {
    const was = before[field] ?? ''
    return was === text ? [] : [{ field, before: was, after: text }]
  })
}

/** A rule's content as the fields of a form. */
export function listRuleFields({
  name,
  isActive,
  activeFrom,
  activeUntil,
  conditions,
  postText,
  emailSubject,
  emailBody,
}: RuleContent): RuleFields {
  const time = (instant: Date | null) => (instant ? formatUkMinute(instant) : '')
  return {
    name,
    isActive: String(isActive),
    activeFrom: time(activeFrom),
    activeUntil: time(activeUntil),
    ...Object.fromEntries(
      conditionNames.map((condition) => [`conditions.${condition}`, String(conditions[condition] ?? '')]),
    ),
    postText,
    emailSubject,
    emailBody,
  }
}

const flags = ['isSupporter', 'isSpeaker', 'abstains', 'isVacant'] as const satisfies (keyof RuleConditions)[]

/** The way back: what `saveMessageRule` takes, still to be checked there. A form may lack fields, and have others. */
export function composeRuleInput(fields: RuleFields): Record<string, unknown> {
  const { name, isActive, activeFrom, activeUntil, postText, emailSubject, emailBody } = fields
  const given = (condition: keyof RuleConditions) => fields[`conditions.${condition}`] || null
  const yes = Object.fromEntries(flags.map((flag) => [flag, given(flag) && given(flag) === 'true']))
  const conditions = {
    ...yes,
    nation: given('nation'),
    party: given('party'),
    constituencyCode: given('constituencyCode'),
  }
  return { name, isActive: isActive === 'true', activeFrom, activeUntil, conditions, postText, emailSubject, emailBody }
}

/**
 * The rules as visitors would get them if the drafts with these ids were published: the published
 * ones with those drafts in their place.
 */
export function listRulesWithDrafts(
  rules: readonly DeskRule[],
  ids: readonly number[],
): (MessageRule & { id: number })[] {
  return rules.flatMap(({ id, position, published, draft }) => {
    const shown = (ids.includes(id) && draft) || published
    return shown ? [{ id, position, ...shown.content }] : []
  })
}
