import 'server-only'
import { listDeskRules } from './data/desk'
import { countFits, listMoments } from './model/changes'
import { groupProblems, type ProblemGroup } from './model/group-problems'
import { findForgottenParty, listOmissions } from './model/omissions'
import type { MomentChanges } from './model/rule-views'
import { listRulesWithDrafts } from './model/rule-versions'
import { checkStoredMessages } from './check-stored'
import { loadFacts } from './load-facts'
import { formatChecked, formatSeen } from './publish'
import { loadSigner } from './rule-names'
import { formatProblemGroup } from './words'
import type { CheckedDraft } from './model/rule-views'

/** What would be if the chosen drafts were published; `checked` is what that rests on. */
export type CheckView = {
  drafts: CheckedDraft[]
  chosen: string
  checked: string
  seats: number
  moments: MomentChanges[]
  problems: { text: string; ruleId: ProblemGroup['ruleId'] }[]
  warnings: string[]
}

/**
 * Renders the messages of all constituencies as they are now and as they would be, now and at each later moment.
 * @param asked not trusted: the ids of the drafts to publish; without any, the reader's own
 * @param readerId a member of staff
 */
export async function showCheck(asked: readonly string[], readerId: string, now: Date): Promise<CheckView> {
  const [rules, sign, facts] = await Promise.all([listDeskRules(), loadSigner(), loadFacts(now)])
  const withDraft = rules.filter(({ draft }) => draft)
  const wanted = withDraft.filter(({ id }) => asked.includes(String(id)))
  const own = withDraft.filter(({ draft }) => draft?.savedBy === readerId)
  const chosen = (wanted.length > 0 ? wanted : own).map(({ id }) => id)
  const [before, after] = [listRulesWithDrafts(rules, [], now), listRulesWithDrafts(rules, chosen, now)]
  const report = await checkStoredMessages({ rules: after, now })
  return {
    drafts: withDraft.flatMap(({ id, draft, published }) => {
      if (!draft) return []
      const { name, activeFrom } = draft.content
      const at = activeFrom && activeFrom > now ? activeFrom : now
      const count = countFits(listRulesWithDrafts(rules, [...new Set([...chosen, id])], now), facts, at)
      const { fits = 0, gets = 0 } = count.get(id) ?? {}
      const isOwn = draft.savedBy === readerId
      return [{ id, name, by: sign(draft), isNew: !published, isChosen: chosen.includes(id), isOwn, fits, gets }]
    }),
    chosen: formatSeen(rules.filter(({ id }) => chosen.includes(id))),
    checked: formatChecked(rules, chosen),
    seats: facts.seats.length,
    moments: listMoments(before, after, facts, now),
    problems: groupProblems(report.problems).map((group) => ({
      text: formatProblemGroup(group),
      ruleId: group.ruleId,
    })),
    warnings: [
      ...report.warnings.map(({ where, warning }) => `${where}: ${warning}`),
      ...rules.flatMap(({ id, draft }) => {
        if (!draft || !chosen.includes(id)) return []
        const { name, emailBody, conditions } = draft.content
        const missing = listOmissions(emailBody)
        const forgotten = findForgottenParty(conditions.party)
        return [
          ...(missing.length > 0 ? [`“${name}” leaves out ${list.format(missing)}`] : []),
          ...(forgotten ? [`“${name}”: ${forgotten}`] : []),
        ]
      }),
    ],
  }
}

const list = new Intl.ListFormat('en-GB')
