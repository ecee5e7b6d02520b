import 'server-only'
import { composeSeatTraits, type MessageSeat } from './model/message'
import type { Campaign } from '../campaign/model/campaign'
import {
  hasDefault,
  listMatchingRules,
  listRuleChanges,
  listRulesInForce,
  type MessageRule,
  parseRuleTexts,
  type RuleConditions,
  type RuleTemplates,
  type SeatTraits,
} from './model/rule'
import { formatUkMinute } from '../shared/model/uk-time'
import { measureMessage } from './measure'

/**
 * Something that keeps a message from being sent. `where` is a seat or a rule by name; `from` is when it
 * begins, null for now; `ruleId` is whose fault it is, null where that is no stored rule or none alone.
 */
export type MessageProblem = { where: string; problem: string; from: Date | null; ruleId: number | null }

/** A rule as a check looks at it: what is not stored has no id. */
type CheckedRule = MessageRule & { id?: number }

/** What an MP may become from one day to the next. */
const appointments: { condition: keyof RuleConditions; words: string; traits: Partial<SeatTraits> }[] = [
  { condition: 'isMinister', words: 'were the minister', traits: { isMinister: true, isInGovernment: true } },
  { condition: 'isInGovernment', words: 'were in government', traits: { isInGovernment: true } },
  { condition: 'isInOpposition', words: 'were on the opposition front bench', traits: { isInOpposition: true } },
  { condition: 'chairsCommittee', words: 'chaired a select committee', traits: { chairsCommittee: true } },
]

type Measured = { problems: string[]; mailto: number | null }

/** What a check of all messages found; `served` and `rulesOfSeats` are as of now. */
export type MessageReport = {
  seats: number
  served: { rule: string; seats: number }[]
  rulesOfSeats: { code: string; seat: string; rule: string | null; ruleId: number | null }[]
  /** The longest email link of today's, with `sampleDetails`; null when no MP has an email address. */
  longestMailto: { seat: string; length: number } | null
  problems: MessageProblem[]
  warnings: { where: string; warning: string }[]
}

/** What is given to a check: everything that decides what anybody is offered to send. */
export type MessageSources = {
  rules: readonly CheckedRule[]
  seats: readonly MessageSeat[]
  supporterIds: ReadonlySet<number>
  campaign: Campaign
  now: Date
  /** Supposes a post for all 650 MPs: seconds of work. Else for the one with the longest names in each nation. */
  isThorough?: boolean
}

/**
 * Renders the message of every seat and lists whatever could not be sent as it stands, now and whenever
 * the rules' own times will change which of them are in force.
 */
export function checkMessages({
  rules,
  seats,
  supporterIds,
  campaign,
  now,
  isThorough = false,
}: MessageSources): MessageReport {
  const problems: MessageProblem[] = []
  const known = new Set<string>()
  const moments = [now, ...listRuleChanges(rules, now)]
  const templates = readTemplates(
    rules.filter(({ isActive }) => isActive),
    (where, problem, ruleId) => problems.push({ where, problem, from: null, ruleId }),
  )
  const everServed = new Set<CheckedRule>()
  const measured = new Map<CheckedRule, Map<MessageSeat, Measured>>()
  const served = new Map<MessageSeat, CheckedRule>()
  const vacated = oneOfEachNation(seats).flatMap((seat) => (seat.mp ? [{ ...seat, mp: null }] : []))

  const appointable = isThorough ? seats : longestOfEachNation(seats)

  for (const moment of moments) {
    const report = (where: string, found: string[], rule?: CheckedRule) => {
      for (const problem of found) {
        if (known.has(`${where}\n${problem}`)) continue
        known.add(`${where}\n${problem}`)
        problems.push({ where, problem, from: moment === now ? null : moment, ruleId: rule?.id ?? null })
      }
    }
    const inForce = listRulesInForce(rules, moment)
    if (!hasDefault(inForce)) report('Rules', ['no message in use is for everyone'])
    const usual = new Map<MessageSeat, CheckedRule>()
    const check = (seat: MessageSeat, where: string, supposed: Partial<SeatTraits> = {}) => {
      const traits = { ...composeSeatTraits(seat, supporterIds, campaign), ...supposed }
      const matching = listMatchingRules(inForce, traits)
      const [rule] = matching
      if (rule && rule === usual.get(seat)) return rule // looked at already
      const first = matching.filter(({ position }) => position === rule?.position)
      if (!rule || first.length !== 1)
        report(
          where,
          [
            rule
              ? `${first.length} messages instead of one${first.map(({ name }) => `, “${name}”`).join('')}`
              : 'no message',
          ],
          rule,
        )
      else report(where, measure(rule, seat).problems, rule)
      if (rule) everServed.add(rule)
      return rule
    }
    for (const seat of seats) {
      const rule = check(seat, seat.name)
      if (rule) usual.set(seat, rule)
      if (rule && moment === now) served.set(seat, rule)
    }
    // A Member may leave any day: the words for that must be ready.
    for (const seat of vacated) check(seat, `${seat.name}, if it were vacant`)
    // Or be given a post, which is when nobody looks at messages.
    for (const { condition, words, traits } of appointments) {
      if (!inForce.some(({ conditions }) => conditions[condition] !== null)) continue
      for (const seat of appointable) if (seat.mp) check(seat, `${seat.name}, if its MP ${words}`, traits)
    }
  }

  /** What is wrong with a rule's message for a seat, the same at any time. */
  function measure(rule: CheckedRule, seat: MessageSeat): Measured {
    const texts = templates.get(rule)
    if (!texts) return { problems: [], mailto: null }
    const ofRule = measured.get(rule) ?? new Map<MessageSeat, Measured>()
    measured.set(rule, ofRule)
    const known = ofRule.get(seat)
    if (known) return known
    const { problems, lengths } = measureMessage(texts, seat, campaign)
    ofRule.set(seat, { problems, mailto: lengths.mailto })
    return { problems, mailto: lengths.mailto }
  }

  // Words that replace others later are the same rule.
  const isServed = (rule: CheckedRule) =>
    [...everServed].some((each) => each === rule || (rule.id !== undefined && each.id === rule.id))
  const counted = [...served.values()]
  const mailtos = [...served].flatMap(([seat, rule]) => {
    const { mailto: length } = measure(rule, seat)
    return length === null ? [] : [{ seat: seat.name, length }]
  })
  return {
    seats: seats.length,
    served: listRulesInForce(rules, now).map((rule) => ({
      rule: rule.name,
      seats: counted.filter((each) => each === rule).length,
    })),
    rulesOfSeats: seats.map((seat) => ({
      code: seat.code,
      seat: seat.name,
      rule: served.get(seat)?.name ?? null,
      ruleId: served.get(seat)?.id ?? null,
    })),
    longestMailto: mailtos.reduce<MessageReport['longestMailto']>(
      (longest, each) => (each.length > (longest?.length ?? 0) ? each : longest),
      null,
    ),
    problems,
    warnings: rules
      .filter((rule) => rule.isActive && !isServed(rule))
      .map(({ name }) => ({ where: `Rule “${name}”`, warning: 'no seat gets it' })),
  }
}

/** A problem in words, with the time at which it begins unless that is now. */
export function formatMessageProblem({ where, problem, from }: MessageProblem): string {
  return `${where}: ${problem}${from ? `, from ${formatUkMinute(from).replace('T', ' ')}` : ''}`
}

function readTemplates(
  rules: readonly CheckedRule[],
  report: (where: string, problem: string, ruleId: number | null) => void,
): Map<CheckedRule, RuleTemplates> {
  const templates = new Map<CheckedRule, RuleTemplates>()
  for (const rule of rules) {
    const read = parseRuleTexts(rule)
    if (read.outcome === 'read') templates.set(rule, read.templates)
    else
      for (const { field, message } of read.problems)
        report(`Rule “${rule.name}”`, `${field}: ${message}`, rule.id ?? null)
  }
  return templates
}

function longestOfEachNation(seats: readonly MessageSeat[]): MessageSeat[] {
  const length = ({ name, mp }: MessageSeat) => (mp ? name.length + mp.name.length + (mp.email?.length ?? 0) : 0)
  return oneOfEachNation([...seats].sort((a, b) => length(a) - length(b)))
}

function oneOfEachNation(seats: readonly MessageSeat[]): MessageSeat[] {
  return [...new Map(seats.map((seat) => [seat.nation, seat])).values()]
}
