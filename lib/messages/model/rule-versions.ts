import {
  conditionFlags,
  conditionNames,
  listRulesInForce,
  type MessageRule,
  type RuleConditions,
  type RuleContent,
} from './rule'
import { formatUkMinute } from '../../shared/model/uk-time'

/** A version of a rule, who saved it and when; `savedBy` is a staff id, null for a version shipped with the site. */
export type RuleVersion = { version: number; savedBy: string | null; savedAt: Date; content: RuleContent }

/**
 * A rule as the desk sees it. `version` goes up with every change, to its draft or to what is published. Visitors get
 * `published`, and where that begins later, `untilThen` before; `draft` may replace it. `published` or `draft` is set.
 * One that is archived is off, and in no list and no check.
 */
export type DeskRule = {
  id: number
  position: number
  version: number
  published: RuleVersion | null
  untilThen: RuleVersion | null
  draft: RuleVersion | null
  archivedAt: Date | null
}

/** The differences between two versions, field by field as text, with each condition as a field. */
export type RuleDifference = { field: string; before: string; after: string }

/**
 * A rule's content as form fields: text by field name, in the form's order, with conditions as `conditions.nation`. A
 * condition that isn't set, or a date left open, is ''; times are UK time, to the minute.
 */
export type RuleFields = Record<string, string>

/** Compares two versions of a rule, in the form's order. */
export function compareRules(before: RuleContent, after: RuleContent): RuleDifference[] {
  return compareFields(listRuleFields(before), listRuleFields(after))
}

/** Compares the same fields of two forms. */
export function compareFields(before: RuleFields, after: RuleFields): RuleDifference[] {
  return Object.entries(after).flatMap(([field, text]) => {
    const was = before[field] ?? ''
    return was === text ? [] : [{ field, before: was, after: text }]
  })
}

/** A rule's content as form fields. */
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

/**
 * The inverse of `listRuleFields`: the input of `saveMessageRule`, which still has to validate it. A form may lack
 * fields or have others.
 */
export function composeRuleInput(fields: RuleFields): Record<string, unknown> {
  const { name, isActive, activeFrom, activeUntil, postText, emailSubject, emailBody } = fields
  const given = (condition: keyof RuleConditions) => fields[`conditions.${condition}`] || null
  const yes = Object.fromEntries(conditionFlags.map((flag) => [flag, given(flag) && given(flag) === 'true']))
  const conditions = {
    ...yes,
    nation: given('nation'),
    party: given('party'),
    constituencyCode: given('constituencyCode'),
  }
  return { name, isActive: isActive === 'true', activeFrom, activeUntil, conditions, postText, emailSubject, emailBody }
}

/**
 * What is in force of a rule at an instant: the words before, while those that were published begin later. Null for a
 * rule that hasn't begun, is over or is off: nothing of it has to go on until new words begin.
 */
export function getEffective(
  { published, untilThen }: Pick<DeskRule, 'published' | 'untilThen'>,
  now: Date,
): RuleVersion | null {
  const version = published && isLater(published.content, now) ? untilThen : published
  return version && listRulesInForce([version.content], now).length > 0 ? version : null
}

/**
 * The rules as visitors would get them if the drafts with these ids were published: the published rules with those
 * drafts in their place. New words that begin later follow the old ones, which end then.
 */
export function listRulesWithDrafts(
  rules: readonly DeskRule[],
  ids: readonly number[],
  now: Date,
): (MessageRule & { id: number })[] {
  return rules.flatMap((rule) => {
    const { id, position, published } = rule
    const shown = (ids.includes(id) ? rule.draft : null) ?? published
    const before = getEffective(rule, now)
    return shown ? succeed(before?.content, shown.content, now).map((content) => ({ id, position, ...content })) : []
  })
}

/** A rule's words, and before them those that they replace, if they begin later. */
export function succeed(before: RuleContent | undefined, next: RuleContent, now: Date): RuleContent[] {
  if (!before || !next.isActive || !next.activeFrom || !isLater(next, now)) return [next]
  const { activeUntil } = before
  const end = activeUntil && activeUntil < next.activeFrom ? activeUntil : next.activeFrom
  return [{ ...before, activeUntil: end }, next]
}

function isLater({ activeFrom }: RuleContent, now: Date): boolean {
  return activeFrom !== null && activeFrom > now
}

// A box of a list of values, as `conditions.party.3`.
const box = /^(conditions\.(?:nation|party))\.\d{1,3}$/

/** A form's fields with the ticked boxes of a list joined into one field, a value on a line. */
export function joinBoxes(fields: RuleFields): RuleFields {
  const joined: RuleFields = {}
  for (const [name, value] of Object.entries(fields)) {
    const field = box.exec(name)?.[1] ?? name
    joined[field] = field !== name && joined[field] ? `${joined[field]}\n${value}` : value
  }
  return joined
}
