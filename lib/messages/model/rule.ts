import {
  formatTemplateProblem,
  parseTemplate,
  seatVariables,
  type Template,
  type Variable,
  visitorVariables,
} from './template'
import { erasedWord, isErased } from '../../audit/model/eraser'
import { isWithin } from '../../shared/model/uk-time'

/** What rules are matched against: the seat and its MP. `party` is null while the seat is vacant. */
export type SeatTraits = {
  isSupporter: boolean
  nation: string
  party: string | null
  isSpeaker: boolean
  abstains: boolean
  isVacant: boolean
  isMinister: boolean // the campaign's own
  isInGovernment: boolean
  isInOpposition: boolean // on the front bench
  chairsCommittee: boolean
  constituencyCode: string
}

/**
 * The conditions of a rule; null matches anything, and a rule without conditions is a default. A nation or party may be
 * several, on a line each: one of them is enough.
 */
export type RuleConditions = { [Name in keyof SeatTraits]: SeatTraits[Name] | null }

/** The names of the conditions, in display order. */
export const conditionNames = [
  'isSupporter',
  'nation',
  'party',
  'isSpeaker',
  'abstains',
  'isVacant',
  'isMinister',
  'isInGovernment',
  'isInOpposition',
  'chairsCommittee',
  'constituencyCode',
] as const satisfies (keyof SeatTraits)[]

/** Of these, those that are either so or not. */
export const conditionFlags = [
  'isSupporter',
  'isSpeaker',
  'abstains',
  'isVacant',
  'isMinister',
  'isInGovernment',
  'isInOpposition',
  'chairsCommittee',
] as const satisfies (typeof conditionNames)[number][]

export const noConditions: RuleConditions = {
  isSupporter: null,
  nation: null,
  party: null,
  isSpeaker: null,
  abstains: null,
  isVacant: null,
  isMinister: null,
  isInGovernment: null,
  isInOpposition: null,
  chairsCommittee: null,
  constituencyCode: null,
}

/** A rule's texts as staff write them. */
export type RuleTexts = { postText: string; emailSubject: string; emailBody: string }

/**
 * One version of a rule. An active rule is in force from `activeFrom` (inclusive) to `activeUntil` (exclusive); null
 * means open-ended.
 */
export type RuleContent = RuleTexts & {
  name: string
  isActive: boolean
  activeFrom: Date | null
  activeUntil: Date | null
  conditions: RuleConditions
}

/** A stored rule. Of the rules in force that match, the one with the lowest position wins. */
export type MessageRule = RuleContent & { position: number }

export type RuleTemplates = { [Field in keyof RuleTexts]: Template }

export type RuleProblem = { field: keyof RuleTexts; message: string }

/** The fields allowed in each text. A post and a subject are the same for everyone in a seat. */
export const allowedVariables: { [Field in keyof RuleTexts]: readonly Variable[] } = {
  postText: seatVariables,
  emailSubject: seatVariables,
  emailBody: [...seatVariables, ...visitorVariables],
}

/** The maximum length of each text, in characters. */
export const maxRuleTexts: { [Field in keyof RuleTexts]: number } = {
  postText: 1_000,
  emailSubject: 200,
  emailBody: 10_000,
}

/** The rules in force at an instant. */
export function listRulesInForce<Rule extends Pick<RuleContent, 'isActive' | 'activeFrom' | 'activeUntil'>>(
  rules: readonly Rule[],
  now: Date,
): Rule[] {
  return rules.filter(
    ({ isActive, activeFrom, activeUntil }) => isActive && isWithin({ from: activeFrom, until: activeUntil }, now),
  )
}

/** The instants after `now` at which a rule comes into or goes out of force, in order. */
export function listRuleChanges(
  rules: readonly Pick<RuleContent, 'isActive' | 'activeFrom' | 'activeUntil'>[],
  now: Date,
): Date[] {
  const ends = rules
    .filter(({ isActive }) => isActive)
    .flatMap(({ activeFrom, activeUntil }) => [activeFrom, activeUntil])
  const times = ends.flatMap((end) => (end && end > now ? [end.getTime()] : []))
  return [...new Set(times)].sort((a, b) => a - b).map((time) => new Date(time))
}

/** Whether there is an active default rule, which serves every seat that no other rule matches. */
export function hasDefault(rules: readonly Pick<MessageRule, 'conditions' | 'isActive'>[]): boolean {
  return rules.some(({ isActive, conditions }) => isActive && conditionNames.every((name) => conditions[name] === null))
}

/**
 * The active rules that match, the winner first. Two at the same position are a mistake, which the check can then
 * report.
 */
export function listMatchingRules<Rule extends MessageRule>(rules: readonly Rule[], traits: SeatTraits): Rule[] {
  return rules
    .filter(({ isActive, conditions }) => isActive && fitsConditions(conditions, traits))
    .sort((a, b) => a.position - b.position)
}

/** Whether a constituency fits all of a rule's conditions. */
export function fitsConditions(conditions: RuleConditions, traits: SeatTraits): boolean {
  return conditionNames.every((name) => isMet(conditions[name], traits[name]))
}

function isMet(condition: string | boolean | null, trait: string | boolean | null): boolean {
  if (condition === null || condition === trait) return true
  return typeof condition === 'string' && typeof trait === 'string' && condition.split('\n').includes(trait)
}

/**
 * The rule that serves a seat. Without an active default some seats might get none, so that is reported as a problem
 * immediately.
 */
export function chooseRule<Rule extends MessageRule>(
  rules: readonly Rule[],
  traits: SeatTraits,
): { outcome: 'chosen'; rule: Rule } | { outcome: 'no-default' } {
  const [rule] = listMatchingRules(rules, traits)
  return rule && hasDefault(rules) ? { outcome: 'chosen', rule } : { outcome: 'no-default' }
}

/** Parses a rule's three texts, or reports what is wrong with each. */
export function parseRuleTexts(
  texts: RuleTexts,
): { outcome: 'read'; templates: RuleTemplates } | { outcome: 'refused'; problems: RuleProblem[] } {
  const problems: RuleProblem[] = []
  const parse = (field: keyof RuleTexts): Template => {
    const max = maxRuleTexts[field]
    if (texts[field].length > max) {
      problems.push({ field, message: `At most ${max.toLocaleString('en-GB')} characters.` })
      return []
    }
    if (isErased(texts[field]))
      problems.push({
        field,
        message: `Write something else in the place of ${erasedWord}: a person’s data stood there.`,
      })
    const parsed = parseTemplate(texts[field], allowedVariables[field])
    if (parsed.outcome === 'read') return parsed.template
    problems.push(
      ...parsed.problems.map((problem) => ({
        field,
        message: formatTemplateProblem(problem, allowedVariables[field]),
      })),
    )
    return []
  }
  const templates = { postText: parse('postText'), emailSubject: parse('emailSubject'), emailBody: parse('emailBody') }
  // X shows a post that starts with a handle only to people who follow both accounts.
  if (/^\s*(@|\{(mp|minister)_handle\})/.test(texts.postText))
    problems.push({ field: 'postText', message: 'A post must not begin with a handle: it would be a reply.' })
  return problems.length > 0 ? { outcome: 'refused', problems } : { outcome: 'read', templates }
}
