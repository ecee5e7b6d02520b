import 'server-only'
import { listDeskRules } from './data/desk'
import { type NextContent, publish, type RuleChange } from './data/desk-write'
import { type DeskRule, getEffective, listRulesWithDrafts } from './model/rule-versions'
import { hasDefault, listRulesInForce } from './model/rule'
import type { MessageReport } from './check'
import { checkStoredMessages } from './check-stored'
import type { RuleConflict } from './save-draft'

const maxTries = 5

/**
 * `refused` when some visitor could not send what they would be offered: the report says why, and `uncovered` is how
 * many constituencies have no other message, if this takes away the one for all that no other covers. After it, and
 * after a conflict, everything is as it was.
 */
export type PublishAnswer =
  | { outcome: 'published'; report: MessageReport }
  | { outcome: 'refused'; report: MessageReport; uncovered: number | null }
  | RuleConflict
  | { outcome: 'not-found' }

/**
 * Renders the messages of all seats with these contents in force, and brings them into force if every one can be sent.
 * @param write does that; false when the rules have changed since
 */
export async function checkAndPublish(
  rules: readonly DeskRule[],
  contents: ReadonlyMap<number, NextContent>,
  change: RuleChange,
  write: () => Promise<boolean> = () => publish(rules, contents, change),
): Promise<PublishAnswer | 'again'> {
  const replaced = rules.map((rule): DeskRule => {
    const next = contents.get(rule.id)
    return next
      ? {
          ...rule,
          untilThen: getEffective(rule, change.now),
          published: { version: 0, savedBy: null, savedAt: change.now, content: next.published },
        }
      : rule
  })
  const [before, after] = [rules, replaced].map((each) => listRulesWithDrafts(each, [], change.now))
  const report = await checkStoredMessages({ rules: after ?? [], now: change.now })
  if (report.problems.length > 0) {
    const covers = (each: typeof before) => hasDefault(listRulesInForce(each ?? [], change.now))
    const without = report.rulesOfSeats.filter(({ rule }) => rule === null).length
    return { outcome: 'refused', report, uncovered: covers(before) && !covers(after) ? without : null }
  }
  if (!(await write())) return 'again'
  return { outcome: 'published', report }
}

/** Tries until what was checked is what is written: if it changed in between, the check says nothing about it. */
export async function retry<Answer>(
  attempt: (rules: DeskRule[]) => Promise<Answer | 'again'>,
): Promise<Answer | RuleConflict> {
  for (let tries = 0; tries < maxTries; tries++) {
    const answer = await attempt(await listDeskRules())
    if (answer !== 'again') return answer
  }
  return { outcome: 'conflict', theirs: null }
}
