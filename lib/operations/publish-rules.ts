import 'server-only'
import { type Change, listDeskRules, listRuleHistory, publish, reorder, type Seen } from '../data/message-desk'
import { type DeskRule, listRulesWithDrafts } from '../domain/desk-rule'
import type { RuleContent } from '../domain/message-rule'
import type { MessageReport } from './check-messages'
import { proveMessages } from './prove-messages'
import type { RuleConflict } from './save-message-rule'

const mostTries = 5

/**
 * `refused` when some visitor could not send what they would be offered: the report says why. After
 * it, and after a conflict, everything is as it was.
 */
export type PublishAnswer = { outcome: 'published'; report: MessageReport } | { outcome: 'refused'; report: MessageReport } | RuleConflict | { outcome: 'not-found' }

export type MoveAnswer = { outcome: 'moved' } | Exclude<PublishAnswer, { outcome: 'published' }>

/**
 * Brings the drafts of rules into force, all of them or none.
 * @param drafts the rules, with the versions that were looked at
 */
export async function publishRules(drafts: readonly Seen[], change: Change): Promise<PublishAnswer> {
  return retry<PublishAnswer>(async (rules) => {
    for (const { id, version } of drafts) {
      const rule = rules.find((each) => each.id === id)
      if (!rule) return { outcome: 'not-found' }
      if (rule.version !== version || !rule.draft) return { outcome: 'conflict', theirs: rule }
    }
    const contents = new Map(drafts.flatMap(({ id }) => rules.flatMap((rule) => (rule.id === id && rule.draft ? [[id, rule.draft.content] as const] : []))))
    return proveAndPublish(rules, contents, change)
  })
}

/**
 * Publishes an earlier version of a rule again, as a new version, and drops the rule's draft.
 * @param from the version to go back to
 */
export async function restoreMessageRule({ id, version, from }: Seen & { from: number }, change: Change): Promise<PublishAnswer> {
  return retry<PublishAnswer>(async (rules) => {
    const rule = rules.find((each) => each.id === id)
    if (!rule) return { outcome: 'not-found' }
    if (rule.version !== version) return { outcome: 'conflict', theirs: rule }
    const old = (await listRuleHistory(id)).find((each) => each.version === from)
    return old ? proveAndPublish(rules, new Map([[id, old.content]]), change) : { outcome: 'not-found' }
  })
}

/**
 * Moves a rule one place up or down. Drafts and rules that are off move too, and then no visitor gets
 * anything else, so that nothing has to be proved.
 * @param seen the rules' ids in the order that was looked at
 */
export async function moveMessageRule({ id, direction, seen }: { id: number; direction: 'up' | 'down'; seen: readonly number[] }, change: Change): Promise<MoveAnswer> {
  return retry<MoveAnswer>(async (rules) => {
    const ids = rules.map((rule) => rule.id)
    const from = ids.indexOf(id)
    if (from < 0) return { outcome: 'not-found' }
    if (JSON.stringify(ids) !== JSON.stringify(seen)) return { outcome: 'conflict', theirs: rules[from] ?? null }
    const to = Math.min(Math.max(from + (direction === 'up' ? -1 : 1), 0), ids.length - 1)
    const moved = ids.toSpliced(from, 1).toSpliced(to, 0, id)
    if ([from, to].every((at) => rules[at]?.published?.content.isActive)) {
      const arranged = listRulesWithDrafts(rules, []).map((each) => ({ ...each, position: moved.indexOf(each.id) }))
      const report = await proveMessages({ rules: arranged, now: change.now })
      if (report.problems.length > 0) return { outcome: 'refused', report }
    }
    return (await reorder(rules, moved, change)) ? { outcome: 'moved' } : 'again'
  })
}

async function proveAndPublish(rules: readonly DeskRule[], contents: ReadonlyMap<number, RuleContent>, change: Change): Promise<PublishAnswer | 'again'> {
  const replaced = rules.map((rule): DeskRule => {
    const content = contents.get(rule.id)
    return content ? { ...rule, published: { version: 0, savedBy: null, savedAt: change.now, content } } : rule
  })
  const report = await proveMessages({ rules: listRulesWithDrafts(replaced, []), now: change.now })
  if (report.problems.length > 0) return { outcome: 'refused', report }
  return (await publish(rules, contents, change)) ? { outcome: 'published', report } : 'again'
}

// What was proved may have changed before it was written: then the proof was for nothing.
async function retry<Answer>(attempt: (rules: DeskRule[]) => Promise<Answer | 'again'>): Promise<Answer | RuleConflict> {
  for (let tries = 0; tries < mostTries; tries++) {
    const answer = await attempt(await listDeskRules())
    if (answer !== 'again') return answer
  }
  return { outcome: 'conflict', theirs: null }
}
