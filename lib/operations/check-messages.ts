import 'server-only'
import { addressOnBluesky, type Campaign, composeMessage, composeRuleFacts, composeSeatValues, type MessageSeat } from '../domain/message'
import { hasDefault, listMatchingRules, type MessageRule, parseRuleTexts, type RuleTemplates } from '../domain/message-rule'
import { mailtoUrl } from '../domain/share-links'
import { listVariables } from '../domain/template'
import { composeBody } from '../domain/visitor-details'
import { blueskyLength, xLength } from '../post-length'

const X_MAX = 280
const BLUESKY_MAX = 300 // graphemes
const MAILTO_MAX = 1_800 // characters that mail programs are sure to take

/** What a check of all messages found. `where` is a seat or a rule by name. */
export type MessageReport = {
  seats: number
  served: { rule: string; seats: number }[]
  problems: { where: string; problem: string }[]
}

/** What is given to a check: everything that decides what anybody is offered to send. */
export type MessageSources = {
  rules: readonly MessageRule[]
  seats: readonly MessageSeat[]
  supporterIds: ReadonlySet<number>
  campaign: Campaign
}

/** Renders the message of every seat and lists whatever could not be sent as it stands. */
export function checkMessages({ rules, seats, supporterIds, campaign }: MessageSources): MessageReport {
  const active = rules.filter(({ isActive }) => isActive)
  const problems: MessageReport['problems'] = []
  const report = (where: string, found: string[]) => problems.push(...found.map((problem) => ({ where, problem })))
  if (!hasDefault(active)) report('Rules', ['no active rule without conditions'])

  const templates = new Map<MessageRule, RuleTemplates>()
  for (const rule of active) {
    const read = parseRuleTexts(rule)
    if (read.ok) templates.set(rule, read.templates)
    else report(`Rule “${rule.name}”`, read.problems.map(({ field, message }) => `${field}: ${message}`))
  }

  const counts = new Map(active.map((rule) => [rule, 0]))
  const check = (seat: MessageSeat, where: string) => {
    const matching = listMatchingRules(active, composeRuleFacts(seat, supporterIds))
    const [rule] = matching
    const first = matching.filter(({ position }) => position === rule?.position)
    const texts = rule && templates.get(rule)
    if (first.length !== 1) report(where, [`${first.length} messages instead of one${first.map(({ name }) => `, “${name}”`).join('')}`])
    else if (texts) report(where, checkMessage(texts, seat, campaign))
    return rule
  }
  for (const seat of seats) {
    const rule = check(seat, seat.name)
    if (rule) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  }
  // A Member may leave any day: the words for that must be ready.
  for (const seat of oneOfEachNation(seats)) if (seat.mp) check({ ...seat, mp: null }, `${seat.name}, if it were vacant`)
  return { seats: seats.length, served: active.map((rule) => ({ rule: rule.name, seats: counts.get(rule) ?? 0 })), problems }
}

function oneOfEachNation(seats: readonly MessageSeat[]): MessageSeat[] {
  return [...new Map(seats.map((seat) => [seat.nation, seat])).values()]
}

function checkMessage(templates: RuleTemplates, seat: MessageSeat, campaign: Campaign): string[] {
  const values: Partial<Record<string, string>> = composeSeatValues(seat, campaign)
  const used = [...new Set(Object.values(templates).flatMap((template) => listVariables(template)))]
  const { post, subject, body } = composeMessage(templates, seat, campaign)
  const onX = xLength(post)
  const onBluesky = blueskyLength(seat.mp ? addressOnBluesky(post, seat.mp) : post)
  const mailto = mailtoUrl({ to: seat.mp?.email ?? '', subject, body: composeBody(body, {}) }).length
  return [
    ...used.filter((name) => values[name]?.trim() === '').map((name) => `{${name}} is empty`),
    ...(onX > X_MAX ? [`the post is ${onX} long on X, of ${X_MAX}`] : []),
    ...(onBluesky > BLUESKY_MAX ? [`the post is ${onBluesky} long on Bluesky, of ${BLUESKY_MAX}`] : []),
    ...(mailto > MAILTO_MAX ? [`the mailto link has ${mailto} characters, of ${MAILTO_MAX}`] : []),
    ...(post.trimStart().startsWith('@') ? ['the post begins with a handle'] : []),
  ]
}
