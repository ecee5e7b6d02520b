import 'server-only'
import { listDeskRules } from './data/desk'
import { compareRules, type DeskRule, listRulesWithDrafts } from './model/rule-versions'
import type { CheckLine } from './model/rule-views'
import { formatMessageProblem, type MessageReport } from './check'
import { checkStoredMessages } from './check-stored'
import { formatChecked, formatSeen } from './publish'
import { loadSigner } from './rule-names'

/** A draft that can be published. */
export type CheckedDraft = { id: number; name: string; by: string; isNew: boolean; isChosen: boolean }

/** What would be if the chosen drafts were published; `checked` is what that rests on. */
export type CheckView = {
  drafts: CheckedDraft[]
  chosen: string
  checked: string
  lines: CheckLine[]
  problems: { text: string; ruleId: number | null }[]
  warnings: string[]
}

const texts = ['postText', 'emailSubject', 'emailBody']

/**
 * Renders the messages of all seats as they are now and as they would be.
 * @param asked not trusted: the ids of the drafts to publish; all drafts if it is none
 */
export async function showCheck(asked: readonly string[], now: Date): Promise<CheckView> {
  const [rules, sign] = await Promise.all([listDeskRules(), loadSigner()])
  const withDraft = rules.filter(({ draft }) => draft)
  const wanted = withDraft.filter(({ id }) => asked.includes(String(id)))
  const chosen = (wanted.length > 0 ? wanted : withDraft).map(({ id }) => id)
  const current = await checkStoredMessages({ rules: listRulesWithDrafts(rules, []), now })
  const next =
    chosen.length > 0 ? await checkStoredMessages({ rules: listRulesWithDrafts(rules, chosen), now }) : current
  const rewritten = rules.filter((rule) => chosen.includes(rule.id) && isRewritten(rule)).map(({ id }) => id)
  return {
    drafts: withDraft.flatMap(({ id, draft, published }) =>
      draft
        ? [{ id, name: draft.content.name, by: sign(draft), isNew: !published, isChosen: chosen.includes(id) }]
        : [],
    ),
    chosen: formatSeen(rules.filter(({ id }) => chosen.includes(id))),
    checked: formatChecked(rules, chosen),
    lines: listLines(current, next, rewritten),
    problems: next.problems.map((problem) => ({ text: formatMessageProblem(problem), ruleId: problem.ruleId })),
    warnings: next.warnings.map(({ where, warning }) => `${where}: ${warning}`),
  }
}

function listLines(current: MessageReport, next: MessageReport, rewritten: readonly number[]): CheckLine[] {
  const before = new Map(current.rulesOfSeats.map((each) => [each.code, each]))
  return next.rulesOfSeats.map((each) => {
    const was = before.get(each.code)
    return {
      code: each.code,
      seat: each.seat,
      now: toName(was),
      next: toName(each),
      isChanged: was?.ruleId !== each.ruleId || (each.ruleId !== null && rewritten.includes(each.ruleId)),
    }
  })
}

function toName(served: { rule: string | null; ruleId: number | null } | undefined) {
  return served?.rule && served.ruleId !== null ? { id: served.ruleId, name: served.rule } : null
}

function isRewritten({ published, draft }: DeskRule): boolean {
  return (
    !published || !draft || compareRules(published.content, draft.content).some(({ field }) => texts.includes(field))
  )
}
