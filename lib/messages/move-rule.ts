import 'server-only'
import { type RuleChange, reorder } from './data/desk-write'
import { type DeskRule, listRulesWithDrafts } from './model/rule-versions'
import type { Change } from '../audit/model/actor'
import type { PublishAnswer } from './check-and-publish'
import { retry } from './check-and-publish'
import { checkStoredMessages } from './check-stored'
import { loadFacts } from './load-facts'
import { listMoments } from './model/changes'
import { describeMoments } from './words'

/**
 * `place` counts from 1. `ask`: nothing is moved yet, because visitors would get something else, which `changes` says.
 * `not-allowed`: that is not for everybody to decide.
 */
export type RuleMoved =
  | { outcome: 'moved'; place: number }
  | { outcome: 'ask'; changes: string }
  | { outcome: 'not-allowed' }
  | Exclude<PublishAnswer, { outcome: 'published' }>

type Move = {
  id: number
  direction: 'up' | 'down'
  /** The rules' ids in the order that was looked at; the first stays where it is when it is moved up. */
  seen: readonly number[]
  mayPublish: boolean
  /** The changes for visitors that somebody has agreed to, as `ask` says them. Not trusted. */
  agreed?: string
}

/**
 * Moves a rule one place up or down. Drafts and rules that are off move too, and then no visitor gets
 * anything else, so nothing has to be checked and any editor may. What changes any constituency's message, now or
 * later, has to be agreed to.
 */
export async function moveMessageRule(
  { id, direction, seen, mayPublish, agreed = '' }: Move,
  { actor, now }: Change,
): Promise<RuleMoved> {
  return retry<RuleMoved>(async (rules) => {
    const ids = rules.map((rule) => rule.id)
    const from = ids.indexOf(id)
    if (from < 0) return { outcome: 'not-found' }
    const to = from + (direction === 'up' ? -1 : 1)
    // Past which rule it goes is what was meant; what happened elsewhere in the list does not matter.
    if (ids[to] !== seen[seen.indexOf(id) + to - from]) return { outcome: 'conflict', theirs: rules[from] ?? null }
    if (!(to in ids)) return { outcome: 'moved', place: from + 1 }
    return checkAndMove(rules, { from, to, mayPublish, agreed }, { actor, now, action: 'message-rule.moved' })
  })
}

/**
 * Moves a rule from one place to another, both from 0, if every message can then still be sent.
 * @param to `agreed` as for `moveMessageRule`; an undo asks nothing
 */
export async function checkAndMove(
  rules: readonly DeskRule[],
  { from, to, mayPublish, agreed }: { from: number; to: number; mayPublish: boolean; agreed?: string },
  change: RuleChange,
): Promise<RuleMoved | 'again'> {
  const ids = rules.map((rule) => rule.id)
  const id = ids[from]
  if (id === undefined) return { outcome: 'not-found' }
  const order = ids.toSpliced(from, 1).toSpliced(to, 0, id)
  const isPublic = (at: number) => rules[at]?.published?.content.isActive === true
  const passed = rules
    .map((_, at) => at)
    .filter((at) => at !== from && at >= Math.min(from, to) && at <= Math.max(from, to))
  if (isPublic(from) && passed.some(isPublic)) {
    if (!mayPublish) return { outcome: 'not-allowed' }
    const current = listRulesWithDrafts(rules, [], change.now)
    const arranged = current.map((each) => ({ ...each, position: order.indexOf(each.id) }))
    const report = await checkStoredMessages({ rules: arranged, now: change.now })
    if (report.problems.length > 0) return { outcome: 'refused', report, uncovered: null }
    if (agreed !== undefined) {
      const changes = describeMoments(listMoments(current, arranged, await loadFacts(change.now), change.now))
      if (changes !== '' && changes !== agreed) return { outcome: 'ask', changes }
    }
  }
  return (await reorder(rules, { order, moved: id }, change)) ? { outcome: 'moved', place: to + 1 } : 'again'
}
