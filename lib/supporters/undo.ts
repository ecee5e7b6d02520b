import 'server-only'
import { restoreSupporter } from './data/undo'
import type { Change } from '../audit/model/actor'
import { splitSnapshot } from './model/snapshot'
import type { UndoAnswer, UndoneLine } from '../audit/model/undo'
import { readSupporter } from './save'

/**
 * Undoes the last change of a supporter, as a new change. One who was added is deleted again, or
 * hidden if the public has seen them.
 * @returns `changed-since` when the supporter is no longer what the change made of it; `refused` when
 * what was there before may not be kept now, or its logo is gone
 */
export async function undoSupporter({ entityId, before, after }: UndoneLine, change: Change): Promise<UndoAnswer> {
  const id = Number(entityId)
  if (!Number.isSafeInteger(id)) return 'refused'
  if (!before) return restoreSupporter(id, after, null, change)
  const { values, ...rest } = splitSnapshot(before)
  const valid = readSupporter(values)
  return valid ? restoreSupporter(id, after, { values: valid, ...rest }, change) : 'refused'
}
