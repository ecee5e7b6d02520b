import 'server-only'
import { setImmediate } from 'node:timers/promises'
import type { Change } from '../../audit/model/actor'
import { recordAudits } from '../../audit/data/entries'
import type { Transaction } from '../../shared/database/client'
import { toBatches } from './batch'
import { selectValues } from './select'

/** What the log keeps of a supporter: all that can be edited, and of the logo its address instead of its bytes. */
export const auditedFields = {
  ...selectValues,
  answeredChanges: true,
  logoHash: true,
  logoAlt: true,
  logoPermissionOn: true,
} as const

/** Supporters as they are now, by id, as the log keeps them. */
export type SupporterSnapshots = ReadonlyMap<number, Record<string, unknown>>

/** Reads supporters as the log keeps them; those that are not there are left out. */
export async function readSnapshots(tx: Transaction, ids: readonly number[]): Promise<SupporterSnapshots> {
  const snapshots = new Map<number, Record<string, unknown>>()
  for (const batch of toBatches(ids)) {
    const rows = await tx.supporter.findMany({ where: { id: { in: batch } }, select: { id: true, ...auditedFields } })
    for (const { id, ...snapshot } of rows) snapshots.set(id, snapshot)
    await setImmediate() // see `applyChanges`
  }
  return snapshots
}

/**
 * Writes down what has become of supporters, in the transaction that has changed them: one entry for each
 * that is not what it was. One that is not in `before` is new, one that is gone by now was deleted.
 * @param action what happened, such as `supporter.imported`; by id where that differs
 */
export async function auditSupporters(
  tx: Transaction,
  {
    ids,
    before,
    action,
    actor,
    now,
  }: Change & { ids: readonly number[]; before: SupporterSnapshots; action: string | ((id: number) => string) },
): Promise<void> {
  const after = await readSnapshots(tx, ids)
  for (const batch of toBatches(ids)) {
    const lines = batch.flatMap((id) => {
      const [was, is] = [before.get(id) ?? null, after.get(id) ?? null]
      if (JSON.stringify(was) === JSON.stringify(is)) return []
      return [
        { action: typeof action === 'string' ? action : action(id), entityId: String(id), before: was, after: is },
      ]
    })
    if (lines.length > 0) await recordAudits(tx, lines, { entity: 'supporter', actor, now })
    await setImmediate()
  }
}
