import 'server-only'
import { messageSeed } from './data/read-seed'
import { listMessageRules } from './data/rules'
import { composeMessage, composeSeatTraits, type Message, type MessageSeat } from './model/message'
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
export async function getMessage(seat: MessageSeat, now: Date): Promise<Message> {
  return (await getMessageWithTraits(seat, now)).message
}

/** The same, with what the rules were asked about the seat. */
export async function getMessageWithTraits(
  seat: MessageSeat,
  now: Date,
): Promise<{ message: Message; traits: SeatTraits }> {
  const [rules, supporterIds, campaign] = await Promise.all([readRules(), getSupporterIds(), getCampaign(now)])
  const traits = composeSeatTraits(seat, supporterIds, campaign)
  const templates = chooseTemplates(listRulesInForce(rules, now), traits)
  // Saving refuses both, so somebody has changed the rows by hand. A visitor is not kept from writing by it.
  if (!templates) log.error({ seat: seat.code }, 'no message rule that can be used; the shipped ones serve')
  const chosen = templates ?? chooseTemplates(messageSeed(), traits)
  if (!chosen) throw new Error('the shipped message rules do not cover every seat')
  return { message: composeMessage(chosen, seat, campaign), traits }
}

/** The message that the shipped rules have for a seat, for when the database does not answer. Nobody is taken for a supporter. */
export function composeShippedMessage(seat: MessageSeat, now: Date): Message {
  const campaign = getFirstCampaign(now)
  const templates = chooseTemplates(messageSeed(), composeSeatTraits(seat, new Set(), campaign))
  if (!templates) throw new Error('the shipped message rules do not cover every seat')
  return composeMessage(templates, seat, campaign)
}

function chooseTemplates(rules: readonly MessageRule[], traits: SeatTraits): RuleTemplates | null {
  const choice = chooseRule(rules, traits)
  if (choice.outcome !== 'chosen') return null
  const read = parseRuleTexts(choice.rule)
  return read.outcome === 'read' ? read.templates : null
}
