import type { Campaign } from '../../campaign/model/campaign'
import { composeSeatTraits, type MessageSeat } from './message'
import { listMatchingRules, listRuleChanges, listRulesInForce, type MessageRule } from './rule'
import type { CheckLine, MomentChanges } from './rule-views'

type Rule = MessageRule & { id: number }

/** What conditions ask about, beside the constituencies. */
type Facts = { supporterIds: ReadonlySet<number>; campaign: Pick<Campaign, 'ministerMemberId'> }

/**
 * What changes for visitors, and when: now, if these rules take the place of the current ones, and at each later
 * instant at which one of them begins or ends.
 */
export function listMoments(
  current: readonly Rule[],
  next: readonly Rule[],
  seats: readonly MessageSeat[],
  { supporterIds, campaign }: Facts,
  now: Date,
): MomentChanges[] {
  const traits = seats.map((seat) => ({ seat, traits: composeSeatTraits(seat, supporterIds, campaign) }))
  const serve = (rules: readonly Rule[], at: Date) => {
    const inForce = listRulesInForce(rules, at)
    return traits.map(({ traits: each }) => listMatchingRules(inForce, each)[0])
  }
  let before = serve(current, now)
  return [now, ...listRuleChanges(next, now)].flatMap((at) => {
    const after = serve(next, at)
    const lines = seats.flatMap((seat, index): CheckLine[] => {
      const [was, is] = [before[index], after[index]]
      const isRewritten = was && is && was.id === is.id && !hasSameWords(was, is)
      return was?.id === is?.id && !isRewritten ? [] : [toLine(seat, was, is)]
    })
    before = after
    return lines.length === 0 ? [] : [{ at: at === now ? null : at, lines }]
  })
}

/** For each rule, how many constituencies fit its conditions, and how many of them get a message above it. */
export function countFits(
  rules: readonly Rule[],
  seats: readonly MessageSeat[],
  { supporterIds, campaign }: Facts,
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

function toLine(seat: MessageSeat, was: Rule | undefined, is: Rule | undefined): CheckLine {
  return {
    code: seat.code,
    seat: seat.name,
    mp: seat.mp?.name ?? null,
    party: seat.mp?.party ?? null,
    now: was ? { id: was.id, name: was.name } : null,
    next: is ? { id: is.id, name: is.name } : null,
  }
}

function hasSameWords(a: MessageRule, b: MessageRule): boolean {
  return a.postText === b.postText && a.emailSubject === b.emailSubject && a.emailBody === b.emailBody
}
