import 'server-only'
import { deleteSourceLink, markArchived, writeSourceLink } from './data/source-links'
import type { Change } from '../audit/model/actor'
import type { UndoAnswer, UndoneLine } from '../audit/model/undo'

/**
 * Removes a partner's link from the list, or restores it; archives it again, or brings it back. Its counts stay. One that
 * is archived again has all its days before it.
 */
export async function undoSource({ entityId: tag, before, after }: UndoneLine, change: Change): Promise<UndoAnswer> {
  if (!before) return (await deleteSourceLink(tag, change)) ? 'undone' : 'changed-since'
  if (after) return (await markArchived(tag, 'archivedAt' in before, change)) ? 'undone' : 'changed-since'
  if (typeof before.label !== 'string') return 'refused'
  return (await writeSourceLink({ tag, label: before.label }, change)) ? 'undone' : 'changed-since'
}
