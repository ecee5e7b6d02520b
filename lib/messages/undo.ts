import 'server-only'
import { listDeskRules } from './data/desk'
import { createDraft, type RuleChange, writeDraft } from './data/desk-write'
import { composeRuleInput, type DeskRule, type RuleFields } from './model/rule-versions'
import type { RuleContent } from './model/rule'
import { composeSnapshot, parseAuditFields, type RuleSnapshot } from './model/rule-snapshot'
import type { Change } from '../audit/model/actor'
import type { UndoAnswer, UndoneLine } from '../audit/model/undo'
import { checkAndMove } from './move-rule'
import { checkAndPublish } from './check-and-publish'
import { parseRuleInput } from './save-draft'

/**
 * Takes a change of a rule back, as a change of its own. A rule that was published for the first time is
 * switched off, and its draft is there again.
 * @param line what the log says; `refused` also when some message could not be sent then
 */
export async function undoMessageRule(line: UndoneLine, { actor, now }: Change): Promise<UndoAnswer> {
  const change = { actor, now, action: 'message-rule.undone' } as const
  const id = Number(line.entityId)
  const [before, after] = [line.before, line.after].map((fields) => fields && parseAuditFields(fields))
  if (before === undefined || after === undefined || !Number.isSafeInteger(id)) return 'refused'
  const rules = await listDeskRules()
  const current = composeSnapshot(rules, id)
  if (!after) return current || !before ? 'changed-since' : createAgain(id, before, change)
  if (!current || current.version !== after.version) return 'changed-since'
  if (before && before.place !== after.place && before.version === after.version) {
    return current.place === after.place
      ? moveBack(rules, { from: after.place - 1, to: before.place - 1 }, change)
      : 'changed-since'
  }
  return writeBack(rules, id, { before, after }, change)
}

async function createAgain(id: number, { version, draft }: RuleSnapshot, change: RuleChange): Promise<UndoAnswer> {
  const content = draft && read(draft)
  if (!content) return 'refused'
  // Beyond every version that a page may still show.
  await createDraft(content, change, { id, version: version + 2 })
  return 'undone'
}

async function moveBack(
  rules: DeskRule[],
  { from, to }: { from: number; to: number },
  change: RuleChange,
): Promise<UndoAnswer> {
  const answer = await checkAndMove(rules, { from, to, mayPublish: true }, change)
  return answer === 'again' ? 'changed-since' : answer.outcome === 'moved' ? 'undone' : 'refused'
}

async function writeBack(
  rules: DeskRule[],
  id: number,
  { before, after }: { before: RuleSnapshot | null; after: RuleSnapshot },
  change: RuleChange,
): Promise<UndoAnswer> {
  const draft = before?.draft ? read(before.draft) : null
  const known = rules.find((rule) => rule.id === id)?.published?.content
  const isPublic = JSON.stringify(before?.published ?? null) !== JSON.stringify(after.published)
  const published = before?.published ? read(before.published) : known && { ...known, isActive: false }
  if (draft === undefined || (isPublic && !published)) return 'refused'
  if (!isPublic || !published)
    return (await writeDraft({ id, version: after.version }, draft, change)) ? 'undone' : 'changed-since'
  const answer = await checkAndPublish(rules, new Map([[id, { published, draft }]]), change)
  return answer === 'again' ? 'changed-since' : answer.outcome === 'published' ? 'undone' : 'refused'
}

/** What was once kept, checked as if somebody had typed it; undefined for what would be refused now. */
function read(fields: RuleFields): RuleContent | undefined {
  const parsed = parseRuleInput(composeRuleInput(fields))
  return parsed.outcome === 'read' ? parsed.content : undefined
}
