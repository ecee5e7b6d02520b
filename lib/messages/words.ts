import type { DeskRule } from './model/rule-versions'
import type { RuleConditions } from './model/rule'
import { formatMoment } from '../shared/model/uk-time'
import type { Variable } from './model/template'

/** What stands in a text for each variable, for people. */
export const variableWords: Record<Variable, string> = {
  mp_name: 'MP’s name',
  mp_salutation: 'Greeting to the MP',
  mp_handle: 'MP’s handle',
  constituency: 'Constituency',
  nation: 'Nation',
  party: 'MP’s party',
  minister: 'Minister',
  minister_handle: 'Minister’s handle',
  hashtags: 'Hashtags',
  site_url: 'Link to this site',
  sender_name: 'Visitor’s name',
  sender_address: 'Visitor’s address',
  sender_postcode: 'Visitor’s postcode',
  why_it_matters: 'Why it matters to the visitor',
  local_link: 'Visitor’s link to the area',
}

/** The fields of a rule's form by their names, in its order. */
export const ruleFieldWords: Record<string, string> = {
  name: 'Name of the rule',
  isActive: 'In use',
  activeFrom: 'From',
  activeUntil: 'Until',
  'conditions.isSupporter': 'MP supports the campaign',
  'conditions.nation': 'Nation',
  'conditions.party': 'Party',
  'conditions.isSpeaker': 'MP is the Speaker',
  'conditions.abstains': 'MP does not take their seat',
  'conditions.isVacant': 'Seat is vacant',
  'conditions.constituencyCode': 'Constituency',
  postText: 'Post',
  emailSubject: 'Subject of the email',
  emailBody: 'Email',
}

const clauses: [keyof RuleConditions, yes: string, no: string][] = [
  ['isVacant', 'there is no MP', 'there is an MP'],
  ['isSpeaker', 'the MP is the Speaker', 'the MP is not the Speaker'],
  ['abstains', 'the MP does not take their seat', 'the MP takes their seat'],
  ['isSupporter', 'the MP supports the campaign', 'the MP does not support the campaign yet'],
]

/** Whom a rule is for, in words. @param nameSeat the name of a constituency from its code */
export function describeConditions(conditions: RuleConditions, nameSeat: (code: string) => string): string {
  const { constituencyCode, nation, party } = conditions
  const seats = constituencyCode ? `The constituency ${nameSeat(constituencyCode)}` : nation ? 'Seats' : ''
  const where = [
    ...clauses.flatMap(([name, yes, no]) => (conditions[name] === null ? [] : [conditions[name] ? yes : no])),
    ...(party ? [`the MP’s party is ${party}`] : []),
  ]
  if (!seats && where.length === 0) return 'Every seat that no rule above is for'
  return `${seats || 'Seats'}${nation ? ` in ${nation}` : ''}${where.length > 0 ? `, where ${where.join(' and ')}` : ''}`.replace(
    /^Seats,/,
    'Seats',
  )
}

/** How a rule stands, `kind` for the eye and `text` for everybody. */
export type RuleState = { kind: 'in-use' | 'scheduled' | 'off' | 'draft'; text: string }

/** How a rule stands at an instant: what visitors get of it, and whether there is a draft. */
export function describeRuleState({ published, draft }: Pick<DeskRule, 'published' | 'draft'>, now: Date): RuleState[] {
  if (!published) return [{ kind: 'draft', text: 'Draft, never published' }]
  const { isActive, activeFrom, activeUntil } = published.content
  const until = activeUntil ? ` until ${formatMoment(activeUntil)}` : ''
  const state: RuleState = !isActive
    ? { kind: 'off', text: 'Off' }
    : activeUntil && activeUntil <= now
      ? { kind: 'off', text: `Over since ${formatMoment(activeUntil)}` }
      : activeFrom && activeFrom > now
        ? { kind: 'scheduled', text: `Scheduled from ${formatMoment(activeFrom)}${until}` }
        : { kind: 'in-use', text: `In use${until}` }
  return [state, ...(draft ? [{ kind: 'draft', text: 'Has a draft' } as const] : [])]
}

/** What a field of a rule says, for people. @param nameSeat the name of a constituency from its code */
export function describeRuleField(field: string, text: string, nameSeat: (code: string) => string): string {
  if (field === 'isActive') return text === 'true' ? 'On' : 'Off'
  if (field === 'activeFrom' || field === 'activeUntil') return text === '' ? 'No limit' : text.replace('T', ' at ')
  if (!field.startsWith('conditions.')) return text
  if (text === '') return 'Does not matter'
  if (field === 'conditions.constituencyCode') return nameSeat(text)
  return text === 'true' ? 'Yes' : text === 'false' ? 'No' : text
}
