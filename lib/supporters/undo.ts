import 'server-only'
import { restoreSupporter } from './data/undo'
import type { Change } from '../audit/model/actor'
import { splitSnapshot } from './model/snapshot'
import type { UndoAnswer, UndoneLine } from '../audit/model/undo'
import { readSupporter } from './save'

/**
 * Undoes a supporter's last change, as a new change. A supporter who was added is deleted, or hidden if the
 * public has seen them.
 * @returns `changed-since` when the supporter has changed again; `refused` when the earlier state is no longer
 * valid, or its logo is gone
 */
export async function undoSupporter({ entityId, before, after }: UndoneLine, change: Change): Promise<UndoAnswer> {
  const id = Number(entityId)
  if (!Number.isSafeInteger(id)) return 'refused'
  if (!before) return restoreSupporter(id, after, null, change)
  const { values, ...rest } = splitSnapshot(before)
  const valid = readSupporter(values)
  return valid ? restoreSupporter(id, after, { values: valid, ...rest }, change) : 'refused'
}
