import 'server-only'
import { messageSeed } from './data/read-seed'
import { listMessageRules } from './data/rules'
import { composeMessage, composeSeatTraits, type MessageSeat, type OfferedMessage } from './model/message'
import {
  chooseRule,
  listRulesInForce,
  type MessageRule,
  parseRuleTexts,
  type SeatTraits,
  type RuleTemplates,
} from './model/rule'
import { cacheBriefly } from '../shared/cache'
import { log } from '../shared/log'
import { getCampaign, getFirstCampaign } from '../campaign/get'
import { getSupporterIds } from '../supporters/get-ids'

const readRules = cacheBriefly(listMessageRules)

/** The message of the rule that serves a seat now, with the visitor's gaps still in the body; for a vacant seat too. */
export async function getMessage(seat: MessageSeat, now: Date): Promise<OfferedMessage> {
  return (await getMessageWithTraits(seat, now)).message
}

/** The same, with what the rules were asked about the seat. */
export async function getMessageWithTraits(
  seat: MessageSeat,
  now: Date,
): Promise<{ message: OfferedMessage; traits: SeatTraits }> {
  const [rules, supporterIds, campaign] = await Promise.all([readRules(), getSupporterIds(), getCampaign(now)])
  const traits = composeSeatTraits(seat, supporterIds, campaign)
  const offered = chooseTemplates(listRulesInForce(rules, now), traits)
  // Saving refuses both, so somebody has changed the rows by hand. A visitor is not kept from writing by it.
  if (!offered) log.error({ seat: seat.code }, 'no message rule that can be used; the shipped ones serve')
  const chosen = offered ?? chooseTemplates(messageSeed(), traits)
  if (!chosen) throw new Error('the shipped message rules do not cover every seat')
  const message = { ...composeMessage(chosen.templates, seat, campaign), ruleId: chosen.ruleId }
  return { message, traits }
}

/** The message that the shipped rules have for a seat, for when the database does not answer. Nobody is taken for a supporter. */
export function composeShippedMessage(seat: MessageSeat, now: Date): OfferedMessage {
  const campaign = getFirstCampaign(now)
  const chosen = chooseTemplates(messageSeed(), composeSeatTraits(seat, new Set(), campaign))
  if (!chosen) throw new Error('the shipped message rules do not cover every seat')
  return { ...composeMessage(chosen.templates, seat, campaign), ruleId: null }
}

function chooseTemplates(
  rules: readonly (MessageRule & { id?: number })[],
  traits: SeatTraits,
): { templates: RuleTemplates; ruleId: number | null } | null {
  const choice = chooseRule(rules, traits)
  if (choice.outcome !== 'chosen') return null
  const read = parseRuleTexts(choice.rule)
  return read.outcome === 'read' ? { templates: read.templates, ruleId: choice.rule.id ?? null } : null
}
