import 'server-only'
import { type DeskRule, getEffective } from '../model/rule-versions'
import type { RuleContent } from '../model/rule'
import { composeSnapshot, toAuditFields } from '../model/rule-snapshot'
import type { Change } from '../../audit/model/actor'
import { recordAudit, startDeed } from '../../audit/data/entries'
import { database, type Transaction } from '../../shared/database/client'
import { toColumns } from './content'
import { isInUse, readDeskRules, type Seen } from './desk'
import { lock } from '../../shared/database/lock'

/** A change to a rule, with its name in the activity log. */
export type RuleChange = Change & {
  action: `message-rule.${'draft-saved' | 'draft-discarded' | 'published' | 'switched' | 'moved' | 'restored' | 'undone' | 'archived' | 'brought-back' | 'deleted'}`
}

/** A rule's new content: what visitors get, and any draft that remains. */
export type NextContent = { published: RuleContent; draft: RuleContent | null }

/**
 * Creates a rule with only a draft, before the last rule.
 * @param known the id and version of a discarded rule, to restore it
 */
export async function createDraft(content: RuleContent, change: RuleChange, known?: Seen): Promise<Seen> {
  const version = known?.version ?? 1
  const [id = 0] = await write(change, async (tx, before) => {
    if (before.some((rule) => rule.id === known?.id)) return []
    const columns = toColumns(content)
    const draft = { version, ...signature(change), isDraft: true, ...columns }
    const own = {
      position: (before.at(-1)?.position ?? 0) + 10,
      ...columns,
      isActive: false,
      version,
      updatedAt: change.now,
    }
    const created = await tx.messageRule.create({
      data: { ...(known && { id: known.id }), ...own, versions: { create: draft } },
      select: { id: true },
    })
    const ids = before.map((rule) => rule.id)
    await arrange(tx, [...ids.slice(0, -1), created.id, ...ids.slice(-1)])
    return [created.id]
  })
  return { id, version }
}

/** Saves the draft over the known version, or discards it when null; false when there is a newer version. */
export async function writeDraft(
  { id, version }: Seen,
  content: RuleContent | null,
  change: RuleChange,
): Promise<boolean> {
  const written = await write(change, async (tx) => {
    const next = version + 1
    const { count } = await tx.messageRule.updateMany({
      where: { id, version, archivedAt: null },
      data: { version: next, updatedAt: change.now },
    })
    if (count === 0) return []
    await tx.messageRuleVersion.deleteMany({ where: { ruleId: id, isDraft: true } })
    if (content)
      await tx.messageRuleVersion.create({
        data: { ruleId: id, version: next, ...signature(change), isDraft: true, ...toColumns(content) },
        select: { version: true },
      })
    else await tx.messageRule.deleteMany({ where: { id, publishedVersion: null } })
    return [id]
  })
  return written.length > 0
}

/**
 * Publishes contents, all or nothing.
 * @param seen every rule, in the order that was checked
 * @returns false when any of it has changed since
 */
export async function publish(
  seen: readonly Seen[],
  contents: ReadonlyMap<number, NextContent>,
  change: RuleChange,
): Promise<boolean> {
  const written = await write(change, async (tx, before) => {
    if (!isAsSeen(before, seen)) return []
    for (const rule of before) {
      const next = contents.get(rule.id)
      if (next) await writePublished(tx, rule, next, change)
    }
    return [...contents.keys()]
  })
  return written.length === contents.size
}

/**
 * Reorders the rules.
 * @param seen as for `publish`
 * @param order every rule in the new order; `moved` is the one that staff moved
 */
export async function reorder(
  seen: readonly Seen[],
  { order, moved }: { order: readonly number[]; moved: number },
  change: RuleChange,
): Promise<boolean> {
  const written = await write(change, async (tx, before) => {
    if (!isAsSeen(before, seen)) return []
    await arrange(tx, order)
    return [moved]
  })
  return written.length > 0
}

/** Puts a rule's new content into force, and what remains of its draft in the draft's place. */
export async function writePublished(
  tx: Transaction,
  rule: DeskRule,
  next: NextContent,
  change: RuleChange,
): Promise<void> {
  const { id, version, draft: old } = rule
  const { activeFrom } = next.published
  const begins = activeFrom !== null && activeFrom > change.now
  const untilThenVersion = begins ? (getEffective(rule, change.now)?.version ?? null) : null
  const columns = toColumns(next.published)
  const published = { ruleId: id, version: version + 1, ...signature(change), isDraft: false, ...columns }
  const draft = next.draft && {
    ruleId: id,
    version: version + 2,
    ...(old ? { savedBy: old.savedBy, savedAt: old.savedAt } : signature(change)),
    isDraft: true,
    ...toColumns(next.draft),
  }
  await tx.messageRuleVersion.deleteMany({ where: { ruleId: id, isDraft: true } })
  await tx.messageRuleVersion.createMany({ data: [published, ...(draft ? [draft] : [])] })
  const versions = { version: version + (draft ? 2 : 1), publishedVersion: version + 1 }
  await tx.messageRule.update({
    where: { id },
    data: { ...columns, ...versions, untilThenVersion, updatedAt: change.now },
    select: { id: true },
  })
}

/**
 * Makes a change and logs it in one transaction.
 * @param make gets the rules that aren't archived, and all of them; returns the ids of those it changed
 */
export async function write(
  { actor, now, undoing, action }: RuleChange,
  make: (tx: Transaction, before: DeskRule[], all: DeskRule[]) => Promise<number[]>,
): Promise<number[]> {
  const db = await database()
  return db.$transaction(async (tx) => {
    await lock(tx, 'messages')
    const before = await readDeskRules(tx)
    const ids = await make(tx, before.filter(isInUse), before)
    const after = await readDeskRules(tx)
    const deed = startDeed(ids.length)
    for (const id of ids) {
      const [was, is] = [before, after].map((rules) => composeSnapshot(rules, id))
      const fields = { before: was ? toAuditFields(was) : null, after: is ? toAuditFields(is) : null }
      await recordAudit(
        tx,
        { actor, action, entity: 'message-rule', entityId: String(id), ...fields, now, undoing },
        deed,
      )
    }
    return ids
  })
}

/** Puts the rules into this order. Positions are unique, so every rule moves out of the way first. */
export async function arrange(tx: Transaction, ids: readonly number[]): Promise<void> {
  for (const sign of [-1, 1]) {
    for (const [index, id] of ids.entries()) {
      await tx.messageRule.update({ where: { id }, data: { position: sign * (index + 1) * 10 }, select: { id: true } })
    }
  }
}

/** Whether these are the rules that somebody has seen, in the same order and at the same versions. */
export function isAsSeen(rules: readonly DeskRule[], seen: readonly Seen[]): boolean {
  const order = (each: readonly Seen[]) => JSON.stringify(each.map(({ id, version }) => [id, version]))
  return order(rules) === order(seen)
}

function signature({ actor, now }: Change) {
  return { savedBy: actor?.id ?? null, savedAt: now }
}
