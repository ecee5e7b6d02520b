import 'server-only'
import { getSeat } from '../members/data/seats'
import { listMessageRules } from './data/rules'
import { listSupporterIds } from '../supporters/data/wall'
import type { Preview } from './model/measured'
import { composeSeatTraits } from './model/message'
import {
  chooseRule,
  fitsConditions,
  listRulesInForce,
  type MessageRule,
  parseRuleTexts,
  type RuleConditions,
  type RuleTexts,
} from './model/rule'
import { getCampaign } from '../campaign/get'
import { measureMessage } from './measure'

/**
 * What the visitors of a seat would get, and how long it is.
 * @param request `conditions` as they are chosen, to say whether the constituency is among them; `texts` as typed, else those of the rule that serves the seat; `rules` are
 * looked at in place of the published ones
 */
export async function previewMessage(request: {
  slug: string
  texts?: RuleTexts
  conditions?: RuleConditions
  rules?: readonly MessageRule[]
  now: Date
}): Promise<Preview> {
  const { slug, texts, conditions, rules, now } = request
  const seat = await getSeat(slug, now)
  if (!seat) return { outcome: 'not-found' }
  const traits = composeSeatTraits(seat, await listSupporterIds(), await getCampaign(now))
  const choice = texts ? null : chooseRule(listRulesInForce(rules ?? (await listMessageRules()), now), traits)
  const shown = texts ?? (choice?.outcome === 'chosen' ? choice.rule : null)
  if (!shown) return { outcome: 'not-found' }
  const read = parseRuleTexts(shown)
  if (read.outcome === 'refused') return read
  const rule = choice?.outcome === 'chosen' ? choice.rule.name : null
  return {
    outcome: 'shown',
    seat: seat.name,
    mp: seat.mp?.name ?? null,
    rule,
    isOutside: conditions !== undefined && !fitsConditions(conditions, traits),
    message: measureMessage(read.templates, seat, await getCampaign(now)),
  }
}
