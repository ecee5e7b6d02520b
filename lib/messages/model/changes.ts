import type { Campaign } from '../../campaign/model/campaign'
import { composeSeatTraits, type MessageSeat } from './message'
import { listMatchingRules, listRuleChanges, listRulesInForce, type MessageRule } from './rule'
import type { CheckLine, MomentChanges } from './rule-views'

type Rule = MessageRule & { id: number }

/** What conditions ask about. */
export type Facts = {
  seats: readonly MessageSeat[]
  supporterIds: ReadonlySet<number>
  campaign: Pick<Campaign, 'ministerMemberId'>
}

/**
 * What changes for visitors, and when: now, if these rules take the place of the current ones, and at each later
 * instant at which one of them begins or ends. A constituency's message is compared with what it would have at that
 * instant otherwise; where that is the same, with what it had until then.
 */
export function listMoments(
  current: readonly Rule[],
  next: readonly Rule[],
  { seats, supporterIds, campaign }: Facts,
  now: Date,
): MomentChanges[] {
  const traits = seats.map((seat) => composeSeatTraits(seat, supporterIds, campaign))
  const serve = (rules: readonly Rule[], at: Date) => {
    const inForce = listRulesInForce(rules, at)
    return traits.map((each) => listMatchingRules(inForce, each)[0])
  }
  const today = serve(current, now)
  let [before, after] = [today, today]
  return [now, ...listRuleChanges([...current, ...next], now)].flatMap((at) => {
    const [wasBefore, wasAfter] = [before, after]
    before = at === now ? today : serve(current, at)
    after = serve(next, at)
    const lines = seats.flatMap((seat, index): CheckLine[] => {
      if (isSame(wasBefore[index], before[index]) && isSame(wasAfter[index], after[index])) return []
      const is = after[index]
      const isPlanned = isSame(before[index], is)
      const was = isPlanned ? wasAfter[index] : before[index]
      return isSame(was, is) ? [] : [{ ...toLine(seat, was, is), isPlanned }]
    })
    return lines.length === 0 ? [] : [{ at: at === now ? null : at, lines }]
  })
}

/** For each rule, how many constituencies fit its conditions, and how many of them get a message above it. */
export function countFits(
  rules: readonly Rule[],
  { seats, supporterIds, campaign }: Facts,
  at: Date,
): Map<number, { fits: number; gets: number }> {
  const counts = new Map(rules.map(({ id }) => [id, { fits: 0, gets: 0 }]))
  const inForce = listRulesInForce(rules, at)
  for (const seat of seats) {
    const matching = listMatchingRules(inForce, composeSeatTraits(seat, supporterIds, campaign))
    for (const [index, { id }] of matching.entries()) {
      const count = counts.get(id)
      if (!count) continue
      count.fits += 1
      if (index === 0) count.gets += 1
    }
  }
  return counts
}

function toLine(seat: MessageSeat, was: Rule | undefined, is: Rule | undefined): Omit<CheckLine, 'isPlanned'> {
  return {
    code: seat.code,
    seat: seat.name,
    mp: seat.mp?.name ?? null,
    party: seat.mp?.party ?? null,
    now: was ? { id: was.id, name: was.name } : null,
    next: is ? { id: is.id, name: is.name } : null,
  }
}

/** Whether it is the same rule, with the same words. */
function isSame(a: Rule | undefined, b: Rule | undefined): boolean {
  return (
    a?.id === b?.id &&
    a?.postText === b?.postText &&
    a?.emailSubject === b?.emailSubject &&
    a?.emailBody === b?.emailBody
  )
}
