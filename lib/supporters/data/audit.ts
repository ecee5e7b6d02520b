import 'server-only'
import { setImmediate } from 'node:timers/promises'
import type { Change } from '../../audit/model/actor'
import { recordAudits, startDeed } from '../../audit/data/entries'
import type { Transaction } from '../../shared/database/client'
import { toBatches } from './batch'
import { selectValues } from './select'

/**
 * The fields of a supporter in the activity log: everything editable, with the logo's hash instead of its
 * bytes.
 */
export const auditedFields = {
  ...selectValues,
  answeredChanges: true,
  logoHash: true,
  logoAlt: true,
  logoPermissionOn: true,
} as const

/** Archived supporters say so; of others the log has no such field, as before there was one. */
const sayArchived = (archivedAt: Date | null) => (archivedAt ? { archivedAt: archivedAt.toISOString() } : {})

/** Supporters by id, in the form the activity log stores. */
export type SupporterSnapshots = ReadonlyMap<number, Record<string, unknown>>

/** Reads supporters in the form the activity log stores; missing ids are left out. */
export async function readSnapshots(tx: Transaction, ids: readonly number[]): Promise<SupporterSnapshots> {
  const snapshots = new Map<number, Record<string, unknown>>()
  for (const batch of toBatches(ids)) {
    const rows = await tx.supporter.findMany({
      where: { id: { in: batch } },
      select: { id: true, archivedAt: true, ...auditedFields },
    })
    for (const { id, archivedAt, ...snapshot } of rows) snapshots.set(id, { ...snapshot, ...sayArchived(archivedAt) })
    await setImmediate() // see `applyChanges`
  }
  return snapshots
}

/**
 * Records changes to supporters in the transaction that made them: one entry for each that differs, all of them
 * one deed. Absent from `before` means created; absent now means deleted.
 * @param action such as `supporter.imported`, or a function of the id when actions differ
 */
export async function auditSupporters(
  tx: Transaction,
  {
    ids,
    before,
    action,
    actor,
    now,
    undoing,
  }: Change & { ids: readonly number[]; before: SupporterSnapshots; action: string | ((id: number) => string) },
): Promise<void> {
  const after = await readSnapshots(tx, ids)
  const lines: Parameters<typeof recordAudits>[1][number][] = []
  for (const batch of toBatches(ids)) {
    for (const id of batch) {
      const [was, is] = [before.get(id) ?? null, after.get(id) ?? null]
      if (JSON.stringify(was) === JSON.stringify(is)) continue
      const name = typeof action === 'string' ? action : action(id)
      lines.push({ action: name, entityId: String(id), before: was, after: is })
    }
    await setImmediate()
  }
  const deed = startDeed(lines.length) // one, however many batches
  for (const batch of toBatches(lines)) {
    await recordAudits(tx, batch, { entity: 'supporter', actor, now, undoing, deed })
    await setImmediate()
  }
}
