import 'server-only'
import { checkAndArchive, checkAndReturn } from './archive'
import { isInUse, listAllRules, type Seen } from './data/desk'
import { createDraft, type RuleChange, writeDraft } from './data/desk-write'
import { composeRuleInput, type DeskRule, type RuleFields } from './model/rule-versions'
import type { RuleContent } from './model/rule'
import { composeSnapshot, parseAuditFields, type RuleSnapshot, toAuditFields } from './model/rule-snapshot'
import type { Change } from '../audit/model/actor'
import { diffFields } from '../audit/model/entry'
import type { UndoAnswer, UndoneLine } from '../audit/model/undo'
import { checkAndMove } from './move-rule'
import { checkAndPublish } from './check-and-publish'
import { parseRuleInput } from './save-draft'

/**
 * Takes a change of a rule back, as a change of its own. A rule that was published for the first time is
 * switched off, and its draft is there again.
 * @param line what the log says; `refused` also when some message could not be sent then
 */
export async function undoMessageRule(line: UndoneLine, by: Change): Promise<UndoAnswer> {
  const change = { ...by, action: 'message-rule.undone' } as const
  const id = Number(line.entityId)
  const [before, after] = [line.before, line.after].map((fields) => fields && parseAuditFields(fields))
  if (before === undefined || after === undefined || !Number.isSafeInteger(id)) return 'refused'
  const all = await listAllRules()
  const rules = all.filter(isInUse)
  const current = composeSnapshot(all, id)
  if (!after) return current || !before ? 'changed-since' : createAgain(id, before, change)
  if (!current || !isAsLeft(current, line.after)) return 'changed-since'
  const rule = all.find((each) => each.id === id)
  if (rule && before && (before.archivedAt === null) !== (after.archivedAt === null))
    return before.archivedAt === null
      ? returnFromArchive(rules, rule, { before, after }, change)
      : settle(await checkAndArchive(rules, rule, change)) // its days begin again, so that it isn't gone sooner than it says
  if (before && before.place !== after.place && before.version === after.version) {
    return current.place === after.place
      ? moveBack(rules, { from: after.place - 1, to: before.place - 1 }, change)
      : 'changed-since'
  }
  return writeBack(rules, { id, version: current.version }, { before, after }, change)
}

/** Whether a rule says what a change left. A change and its undo since count versions on, and begin an archived one's days again. */
function isAsLeft(current: RuleSnapshot, left: UndoneLine['after']): boolean {
  const aside = ['version', 'place']
  return diffFields(toAuditFields(current), left).every(
    ({ field, before, after }) =>
      aside.includes(field) || (field === 'archivedAt' && before !== null && after !== null),
  )
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
  return settle(await checkAndMove(rules, { from, to, mayPublish: true }, change))
}

async function returnFromArchive(
  rules: DeskRule[],
  rule: DeskRule,
  { before, after }: { before: RuleSnapshot; after: RuleSnapshot },
  change: RuleChange,
): Promise<UndoAnswer> {
  const published = before.published && read(before.published)
  const draft = before.draft && read(before.draft)
  if (published === undefined || draft === undefined) return 'refused'
  const isSwitched = JSON.stringify(before.published) !== JSON.stringify(after.published)
  const to = { place: before.place - 1, next: isSwitched && published ? { published, draft } : null }
  return settle(await checkAndReturn(rules, rule, to, change))
}

function settle(answer: 'again' | { outcome: string }): UndoAnswer {
  if (answer === 'again') return 'changed-since'
  return ['moved', 'archived', 'published'].includes(answer.outcome) ? 'undone' : 'refused'
}

async function writeBack(
  rules: DeskRule[],
  { id, version }: Seen,
  { before, after }: { before: RuleSnapshot | null; after: RuleSnapshot },
  change: RuleChange,
): Promise<UndoAnswer> {
  const draft = before?.draft ? read(before.draft) : null
  const known = rules.find((rule) => rule.id === id)?.published?.content
  const isPublic = JSON.stringify(before?.published ?? null) !== JSON.stringify(after.published)
  const published = before?.published ? read(before.published) : known && { ...known, isActive: false }
  if (draft === undefined || (isPublic && !published)) return 'refused'
  if (!isPublic || !published) return (await writeDraft({ id, version }, draft, change)) ? 'undone' : 'changed-since'
  return settle(await checkAndPublish(rules, new Map([[id, { published, draft }]]), change))
}

/** What was once kept, checked as if somebody had typed it; undefined for what would be refused now. */
function read(fields: RuleFields): RuleContent | undefined {
  const parsed = parseRuleInput(composeRuleInput(fields))
  return parsed.outcome === 'read' ? parsed.content : undefined
}
