import 'server-only'
import { type RestoredSupporter, restoreSupporters } from './data/undo'
import type { Change } from '../audit/model/actor'
import { splitSnapshot } from './model/snapshot'
import type { UndoAnswer, UndoneLine } from '../audit/model/undo'
import { createPacer } from './pace'
import { readSupporter } from './save'

/**
 * Undoes supporters’ last changes, as one new deed, all or nothing. A supporter who was added is deleted, or hidden if
 * the public has seen them.
 * @returns `changed-since` when one of them has changed again; `refused` when an earlier state is no longer valid, or
 * its logo is gone
 */
export async function undoSupporters(lines: readonly UndoneLine[], change: Change): Promise<UndoAnswer> {
  const pace = createPacer()
  const restored: RestoredSupporter[] = []
  for (const { entityId, before, after } of lines) {
    await pace()
    const id = Number(entityId)
    const { values, ...rest } = splitSnapshot(before ?? {})
    const valid = before && readSupporter(values)
    if (!Number.isSafeInteger(id) || (before && !valid)) return 'refused'
    restored.push({ id, after, before: valid && { values: valid, ...rest } })
  }
  return restoreSupporters(restored, change)
}
