import 'server-only'
import { deleteSourceLink, writeSourceLink } from './data/figures'
import type { Change } from '../audit/model/actor'
import type { UndoAnswer, UndoneLine } from '../audit/model/undo'

/** Removes a partner's link from the list, or restores it. Its counts stay. */
export async function undoSource({ entityId: tag, before, after }: UndoneLine, change: Change): Promise<UndoAnswer> {
  if (!before) return (await deleteSourceLink(tag, change)) ? 'undone' : 'changed-since'
  if (after || typeof before.label !== 'string') return 'refused'
  return (await writeSourceLink({ tag, label: before.label }, change)) ? 'undone' : 'changed-since'
}
