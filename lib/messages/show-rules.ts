import 'server-only'
import { listDeskRules } from './data/desk'
import { listRulesWithDrafts } from './model/rule-versions'
import { composeSeatTraits } from './model/message'
import { listMatchingRules, listRulesInForce } from './model/rule'
import type { RuleLine } from './model/rule-views'
import { describeConditions, describeEffect, describeRuleState } from './words'
import { loadFacts } from './load-facts'
import { loadSigner } from './rule-names'

/** All rules in their order, as the desk lists them. */
export async function showRules(now: Date): Promise<RuleLine[]> {
  const [rules, { seats, supporterIds, campaign }, sign] = await Promise.all([
    listDeskRules(),
    loadFacts(now),
    loadSigner(),
  ])
  const inForce = listRulesInForce(listRulesWithDrafts(rules, [], now), now)
  const served = seats.map((seat) => listMatchingRules(inForce, composeSeatTraits(seat, supporterIds, campaign))[0]?.id)
  const names = new Map(seats.map(({ code, name }) => [code, name]))
  return rules.flatMap((rule) => {
    const { id, version, published, draft } = rule
    const newest = draft ?? published
    if (!newest) return []
    const { name, conditions } = newest.content
    return [
      {
        id,
        version,
        name,
        audience: describeConditions(conditions, (code) => names.get(code) ?? code),
        states: describeRuleState(rule, now),
        effect: describeEffect(rule, now),
        isActive: published?.content.isActive ?? null,
        seats: served.filter((each) => each === id).length,
        by: sign(newest),
      },
    ]
  })
}
