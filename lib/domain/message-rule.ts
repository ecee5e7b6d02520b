import { formatTemplateProblem, parseTemplate, seatVariables, type Template, type Variable, visitorVariables } from './template'

/** What a rule can look at: the seat, and whoever sits in it. `party` is null while it is vacant. */
export type RuleFacts = {
  isSupporter: boolean
  nation: string
  party: string | null
  isSpeaker: boolean
  abstains: boolean
  isVacant: boolean
  constituencyCode: string
}

/** What a rule asks of those facts; null asks nothing, and a rule that asks nothing is a default. */
export type RuleConditions = { [Name in keyof RuleFacts]: RuleFacts[Name] | null }

const conditionNames = [
  'isSupporter',
  'nation',
  'party',
  'isSpeaker',
  'abstains',
  'isVacant',
  'constituencyCode',
] as const satisfies (keyof RuleFacts)[]

export const noConditions: RuleConditions = {
  isSupporter: null,
  nation: null,
  party: null,
  isSpeaker: null,
  abstains: null,
  isVacant: null,
  constituencyCode: null,
}

/** The texts of a rule as staff write them. */
export type RuleTexts = { postText: string; emailSubject: string; emailBody: string }

/** One rule as it is kept. Of the active ones the lowest position that matches wins. */
export type MessageRule = RuleTexts & { position: number; name: string; isActive: boolean; conditions: RuleConditions }

export type RuleTemplates = { [Field in keyof RuleTexts]: Template }

export type RuleProblem = { field: keyof RuleTexts; message: string }

/** The variables of each text. A post and a subject are the same for everyone in a seat. */
const allowedVariables: { [Field in keyof RuleTexts]: readonly Variable[] } = {
  postText: seatVariables,
  emailSubject: seatVariables,
  emailBody: [...seatVariables, ...visitorVariables],
}

/** Whether some active rule serves every seat that no other does. */
export function hasDefault(rules: readonly Pick<MessageRule, 'conditions' | 'isActive'>[]): boolean {
  return rules.some(({ isActive, conditions }) => isActive && conditionNames.every((name) => conditions[name] === null))
}

/** The active rules that match, the winner first. Two at one position are a mistake that a check can see. */
export function listMatchingRules<Rule extends MessageRule>(rules: readonly Rule[], facts: RuleFacts): Rule[] {
  return rules
    .filter(({ isActive, conditions }) => isActive && conditionNames.every((name) => conditions[name] === null || conditions[name] === facts[name]))
    .sort((a, b) => a.position - b.position)
}

/** The rule that serves a seat. Without an active default some seat might get none, so that is a problem at once. */
export function chooseRule<Rule extends MessageRule>(
  rules: readonly Rule[],
  facts: RuleFacts,
): { outcome: 'chosen'; rule: Rule } | { outcome: 'no-default' } {
  const [rule] = listMatchingRules(rules, facts)
  return rule && hasDefault(rules) ? { outcome: 'chosen', rule } : { outcome: 'no-default' }
}

/** Reads the three texts of a rule, or says what is wrong with each. */
export function parseRuleTexts(texts: RuleTexts): { ok: true; templates: RuleTemplates } | { ok: false; problems: RuleProblem[] } {
  const problems: RuleProblem[] = []
  const parse = (field: keyof RuleTexts): Template => {
    const parsed = parseTemplate(texts[field], allowedVariables[field])
    if (parsed.ok) return parsed.template
    problems.push(...parsed.problems.map((problem) => ({ field, message: formatTemplateProblem(problem, allowedVariables[field]) })))
    return []
  }
  const templates = { postText: parse('postText'), emailSubject: parse('emailSubject'), emailBody: parse('emailBody') }
  // X shows a post that begins with a handle to nobody but those who follow both.
  if (/^\s*(@|\{mp_handle\})/.test(texts.postText)) problems.push({ field: 'postText', message: 'A post must not begin with a handle: it would be a reply.' })
  return problems.length > 0 ? { ok: false, problems } : { ok: true, templates }
}
