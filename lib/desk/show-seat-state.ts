import 'server-only'
import { listSeatFigures } from '../actions/get-figures'
import { sumChannels } from '../actions/model/public-counts'
import { getCampaign } from '../campaign/get'
import { getSeat } from '../members/data/seats'
import { countSent } from '../letters/data/desk'
import { listFailingAddresses, type Refusal } from '../letters/show-desk'
import { listMessageRules } from '../messages/data/rules'
import { composeSeatTraits } from '../messages/model/message'
import { chooseRule, listRulesInForce } from '../messages/model/rule'
import { findSupporterOfMember, listSupporterIds } from '../supporters/data/wall'

/** How a constituency stands: its MP's entry on the wall, the message it gets, and how many have written. */
export type SeatState = {
  supporterId: number | null
  rule: { id: number; name: string } | null
  opened: number
  confirmed: number
  /** Letters that went out from here. */
  sent: number
  /** How letters failed at the MP’s address; null if none did. */
  refusal: Refusal | null
}

/** How a constituency stands; null when there is none with this slug. */
export async function showSeatState(slug: string, now: Date): Promise<SeatState | null> {
  const seat = await getSeat(slug, now)
  if (!seat) return null
  const [rules, supporterIds, campaign, figures, supporterId, sent, refusals] = await Promise.all([
    listMessageRules(),
    listSupporterIds(),
    getCampaign(now),
    listSeatFigures('name', now),
    seat.mp ? findSupporterOfMember(seat.mp.id) : null,
    countSent({ seatCode: seat.code }),
    listFailingAddresses(),
  ])
  const choice = chooseRule(listRulesInForce(rules, now), composeSeatTraits(seat, supporterIds, campaign))
  const own = figures.find(({ code }) => code === seat.code)
  return {
    supporterId,
    rule: choice.outcome === 'chosen' ? { id: choice.rule.id, name: choice.rule.name } : null,
    opened: own ? sumChannels(own.opened) : 0,
    confirmed: own ? sumChannels(own.confirmed) : 0,
    sent,
    refusal: refusals.find((each) => each.slug === slug) ?? null,
  }
}
