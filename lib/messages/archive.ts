import 'server-only'
import { deleteArchived, writeArchived, writeBroughtBack } from './data/archive'
import { listAllRules, type Seen } from './data/desk'
import type { NextContent, RuleChange } from './data/desk-write'
import type { DeskRule } from './model/rule-versions'
import type { Change } from '../audit/model/actor'
import { checkAndPublish, type PublishAnswer, retry } from './check-and-publish'

/** `refused`: without it, some visitor could not send what they would be offered. */
export type ArchiveAnswer = { outcome: 'archived' } | Exclude<PublishAnswer, { outcome: 'published' }>

/** Archives a rule: switched off at once, in no list and no check, and deleted for good after a while. */
export async function archiveMessageRule({ id, version }: Seen, change: Change): Promise<ArchiveAnswer> {
  return retry<ArchiveAnswer>(async (rules) => {
    const rule = rules.find((each) => each.id === id)
    if (!rule) return { outcome: 'not-found' }
    if (rule.version !== version) return { outcome: 'conflict', theirs: rule }
    return checkAndArchive(rules, rule, { ...change, action: 'message-rule.archived' })
  })
}

/** Archives one of the rules if the others cover every constituency. One that is off already needs no check. */
export async function checkAndArchive(
  rules: readonly DeskRule[],
  { id, published, draft }: DeskRule,
  change: RuleChange,
): Promise<ArchiveAnswer | 'again'> {
  if (!published?.content.isActive)
    return (await writeArchived(rules, id, null, change)) ? { outcome: 'archived' } : 'again'
  const next = {
    published: { ...published.content, isActive: false },
    draft: draft && { ...draft.content, isActive: false },
  }
  const write = () => writeArchived(rules, id, next, change)
  const answer = await checkAndPublish(rules, new Map([[id, next]]), change, write)
  return answer !== 'again' && answer.outcome === 'published' ? { outcome: 'archived' } : answer
}

/** Brings an archived rule back. It comes back switched off, so that visitors get nothing that no publisher has looked at. */
export async function bringMessageRuleBack(
  id: number,
  change: Change,
): Promise<{ outcome: 'brought-back' | 'conflict' | 'not-found' }> {
  return retry<{ outcome: 'brought-back' | 'not-found' }>(async (rules) => {
    const rule = await findArchived(id)
    if (!rule) return { outcome: 'not-found' }
    const to = { place: -1, next: null }
    const isBack = await writeBroughtBack(rules, rule, to, { ...change, action: 'message-rule.brought-back' })
    return isBack ? { outcome: 'brought-back' } : 'again'
  })
}

/**
 * Puts an archived rule back in its place, in force again if it was, if every message can then be sent.
 * @param rules those that aren't archived
 * @param to its place, from 0, and what is published then; null if that is as it was
 */
export async function checkAndReturn(
  rules: readonly DeskRule[],
  rule: DeskRule,
  to: { place: number; next: NextContent | null },
  change: RuleChange,
): Promise<PublishAnswer | 'again'> {
  const arranged = rules.toSpliced(to.place, 0, rule).map((each, position) => ({ ...each, position }))
  const contents = new Map(to.next ? [[rule.id, to.next] as const] : [])
  return checkAndPublish(arranged, contents, change, () => writeBroughtBack(rules, rule, to, change))
}

/** Deletes an archived rule for good, before its days are over. */
export async function deleteMessageRule(id: number, change: Change): Promise<{ outcome: 'deleted' | 'not-found' }> {
  return { outcome: (await deleteArchived(id, change)) > 0 ? 'deleted' : 'not-found' }
}

/** Deletes all rules for good whose days in the archive are over. @returns how many */
export async function emptyMessageArchive(now: Date): Promise<number> {
  return deleteArchived(null, { actor: null, now })
}

async function findArchived(id: number): Promise<DeskRule | undefined> {
  return (await listAllRules()).find((rule) => rule.id === id && rule.archivedAt)
}
