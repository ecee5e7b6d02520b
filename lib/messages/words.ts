import { type DeskRule, getEffective } from './model/rule-versions'
import type { RuleConditions } from './model/rule'
import { formatMoment } from '../shared/model/uk-time'
import type { ProblemGroup } from './model/group-problems'
import type { CheckLine, MomentChanges } from './model/rule-views'
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
  'conditions.isMinister': 'MP is the minister, whom an admin names in Settings',
  'conditions.isInGovernment': 'MP holds a government post',
  'conditions.isInOpposition': 'MP is on the opposition front bench',
  'conditions.chairsCommittee': 'MP chairs a select committee',
  'conditions.constituencyCode': 'Constituency',
  postText: 'Post',
  emailSubject: 'Subject of the email',
  emailBody: 'Email',
}

const clauses: [keyof RuleConditions, yes: string, no: string][] = [
  ['isVacant', 'there is no MP', 'there is an MP'],
  ['isSpeaker', 'the MP is the Speaker', 'the MP is not the Speaker'],
  ['abstains', 'the MP does not take their seat', 'the MP takes their seat'],
  ['isMinister', 'the MP is the minister', 'the MP is not the minister'],
  ['isInGovernment', 'the MP holds a government post', 'the MP holds no government post'],
  ['isInOpposition', 'the MP is on the opposition front bench', 'the MP is not on the opposition front bench'],
  ['chairsCommittee', 'the MP chairs a select committee', 'the MP chairs no select committee'],
  ['isSupporter', 'the MP supports the campaign', 'the MP does not support the campaign yet'],
]

/** Whom a rule is for, in words. @param nameSeat the name of a constituency from its code */
export function describeConditions(conditions: RuleConditions, nameSeat: (code: string) => string): string {
  const { constituencyCode, nation, party } = conditions
  const seats = constituencyCode ? `The constituency ${nameSeat(constituencyCode)}` : nation ? 'Seats' : ''
  const where = [
    ...clauses.flatMap(([name, yes, no]) => (conditions[name] === null ? [] : [conditions[name] ? yes : no])),
    ...(party ? [`the MP’s party is ${nameOneOf(party)}`] : []),
  ]
  if (!seats && where.length === 0) return 'Every seat that no rule above is for'
  return `${seats || 'Seats'}${nation ? ` in ${nameOneOf(nation)}` : ''}${where.length > 0 ? `, where ${where.join(' and ')}` : ''}`.replace(
    /^Seats,/,
    'Seats',
  )
}

const eitherOf = new Intl.ListFormat('en-GB', { type: 'disjunction' })

function nameOneOf(lines: string): string {
  return eitherOf.format(lines.split('\n'))
}

/** How a rule stands, `kind` for the eye and `text` for everybody. */
export type RuleState = { kind: 'in-use' | 'scheduled' | 'off' | 'draft'; text: string }

/** How a rule stands at an instant: what visitors get of it, and whether there is a draft. */
export function describeRuleState(
  { published, untilThen, draft }: Pick<DeskRule, 'published' | 'draft' | 'untilThen'>,
  now: Date,
): RuleState[] {
  if (!published) return [{ kind: 'draft', text: 'Draft, never published' }]
  const { isActive, activeFrom, activeUntil } = published.content
  const until = activeUntil ? ` until ${formatMoment(activeUntil)}` : ''
  if (isActive && activeFrom && activeFrom > now && getEffective({ published, untilThen }, now))
    return [
      { kind: 'in-use', text: 'In use' },
      { kind: 'scheduled', text: `New words from ${formatMoment(activeFrom)}${until}` },
      ...listDraftState(draft),
    ]
  const state: RuleState = !isActive
    ? { kind: 'off', text: 'Off' }
    : activeUntil && activeUntil <= now
      ? { kind: 'off', text: `Over since ${formatMoment(activeUntil)}` }
      : activeFrom && activeFrom > now
        ? { kind: 'scheduled', text: `Scheduled from ${formatMoment(activeFrom)}${until}` }
        : { kind: 'in-use', text: `In use${until}` }
  return [state, ...listDraftState(draft)]
}

/** What visitors get of a published rule at an instant, as it is said after publishing or switching it. */
export function describeEffect({ published, untilThen }: Pick<DeskRule, 'published' | 'untilThen'>, now: Date): string {
  if (!published) return ''
  const { isActive, activeFrom, activeUntil } = published.content
  const start = activeFrom && activeFrom > now ? formatMoment(activeFrom) : null
  if (!isActive)
    return start && !getEffective({ published, untilThen }, now)
      ? `It won’t start on ${start} unless you switch it on again.`
      : 'Visitors get the next message that fits.'
  if (activeUntil && activeUntil <= now) return `It ended on ${formatMoment(activeUntil)}, so no visitor gets it.`
  const where = 'where no message above it comes first'
  return start
    ? `It starts on ${start}, ${where}. Until then, visitors get what they get now.`
    : `Visitors get it now, ${where}.`
}

function listDraftState(draft: DeskRule['draft']): RuleState[] {
  return draft ? [{ kind: 'draft', text: 'Has a draft' }] : []
}

/** What a field of a rule says, for people. @param nameSeat the name of a constituency from its code */
export function describeRuleField(field: string, text: string, nameSeat: (code: string) => string): string {
  if (field === 'isActive') return text === 'true' ? 'On' : 'Off'
  if (field === 'activeFrom' || field === 'activeUntil') return text === '' ? 'No limit' : text.replace('T', ' at ')
  if (!field.startsWith('conditions.')) return text
  if (text === '') return 'Any'
  if (field === 'conditions.constituencyCode') return nameSeat(text)
  return text === 'true' ? 'Yes' : text === 'false' ? 'No' : nameOneOf(text)
}

/** A problem in words, once for all the constituencies that have it, with the time at which it begins unless that is now. */
export function formatProblemGroup({ where, problem, from, count }: ProblemGroup): string {
  const begins = from ? `, from ${formatMoment(from)}` : ''
  if (count === 1) return `${where}: ${problem}${begins}`
  return `${count.toLocaleString('en-GB')} constituencies, such as ${where}: ${problem}${begins}`
}

const shownGroups = 3
const all = new Intl.ListFormat('en-GB')

/** What changes for visitors that isn't planned in any case, in numbers; '' when nothing does. */
export function describeMoments(moments: readonly MomentChanges[]): string {
  const sentences = moments.flatMap(({ at, lines }) => {
    const groups = new Map<string, CheckLine[]>()
    for (const line of lines.filter(({ isPlanned }) => !isPlanned)) {
      const key = `${line.now?.id} ${line.next?.id}`
      groups.set(key, [...(groups.get(key) ?? []), line])
    }
    const described = [...groups.values()].map(describeGroup)
    const more = described.length - shownGroups
    const shown = [...described.slice(0, shownGroups), ...(more > 0 ? [`${more} more changes`] : [])]
    return shown.length === 0 ? [] : [`${at ? `From ${formatMoment(at)}, ` : ''}${all.format(shown)}.`]
  })
  return sentences.join(' ')
}

function describeGroup(lines: readonly CheckLine[]): string {
  const [first] = lines
  if (!first) return ''
  const who = lines.length === 1 ? first.seat : `${countConstituencies(lines.length)}, such as ${first.seat},`
  return `${who} would get another message: “${first.next?.name}” instead of “${first.now?.name}”`
}

/** Why a message that is for all that no other covers can't be taken away. @param verb “pause” @param count how many those are now */
export function describeUncovered(verb: string, count: number): string {
  const those = count === 0 ? 'every constituency' : `the ${countConstituencies(count)}`
  return `You can’t ${verb} this: it is the message for ${those} that no other rule covers.`
}

function countConstituencies(count: number): string {
  return count === 1 ? '1 constituency' : `${count.toLocaleString('en-GB')} constituencies`
}
