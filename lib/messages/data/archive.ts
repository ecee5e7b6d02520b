import 'server-only'
import type { DeskRule } from '../model/rule-versions'
import type { Change } from '../../audit/model/actor'
import { isPastArchive } from '../../shared/model/archive'
import type { Seen } from './desk'
import { arrange, isAsSeen, type NextContent, type RuleChange, write, writePublished } from './desk-write'

// Positions are unique. This far down, archived rules are in the way of nothing.
const archivedPosition = (id: number) => -1_000_000_000 - id

/**
 * Archives a rule.
 * @param seen every rule that isn't archived, in the order that was checked
 * @param next what is published of it from then on, null to leave that as it is
 * @returns false when any of it has changed since
 */
export async function writeArchived(
  seen: readonly Seen[],
  id: number,
  next: NextContent | null,
  change: RuleChange,
): Promise<boolean> {
  const written = await write(change, async (tx, before) => {
    const rule = before.find((each) => each.id === id)
    if (!rule || !isAsSeen(before, seen)) return []
    if (next) await writePublished(tx, rule, next, change)
    await tx.messageRule.update({
      where: { id },
      data: {
        archivedAt: change.now,
        position: archivedPosition(id),
        updatedAt: change.now,
        ...(!next && { version: { increment: 1 } }),
      },
      select: { id: true },
    })
    return [id]
  })
  return written.length > 0
}

/**
 * Brings an archived rule back.
 * @param seen as for `writeArchived`
 * @param rule the rule at the version that was looked at
 * @param to its place, from 0, -1 for the one before the last rule; and as for `writeArchived` what is published then
 */
export async function writeBroughtBack(
  seen: readonly Seen[],
  { id, version }: Seen,
  { place, next }: { place: number; next: NextContent | null },
  change: RuleChange,
): Promise<boolean> {
  const written = await write(change, async (tx, before, all) => {
    const rule = all.find((each) => each.id === id && each.version === version && each.archivedAt)
    if (!rule || !isAsSeen(before, seen)) return []
    if (next) await writePublished(tx, rule, next, change)
    const data = { archivedAt: null, updatedAt: change.now, ...(!next && { version: { increment: 1 } }) }
    await tx.messageRule.update({ where: { id }, data, select: { id: true } })
    const ids = before.map((each) => each.id)
    await arrange(tx, ids.toSpliced(place, 0, id))
    return [id]
  })
  return written.length > 0
}

/**
 * Deletes archived rules for good, with all their versions. The log keeps what they said.
 * @param id one of them, or null for all whose days are over
 * @returns how many
 */
export async function deleteArchived(id: number | null, { actor, now }: Change): Promise<number> {
  const isDue = ({ archivedAt, ...rule }: DeskRule) =>
    archivedAt !== null && (id === null ? isPastArchive(archivedAt, now) : rule.id === id)
  const deleted = await write({ actor, now, action: 'message-rule.deleted' }, async (tx, _before, all) => {
    const ids = all.filter(isDue).map((rule) => rule.id)
    await tx.messageRule.deleteMany({ where: { id: { in: ids } } })
    return ids
  })
  return deleted.length
}
