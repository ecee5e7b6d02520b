import type { AuditLine } from '../../audit/model/entry'
import { cancelOut, groupByRow } from '../../audit/model/undo'

const notPublic: Record<string, (field: string) => boolean> = {
  supporter: (field) => ['position', 'answeredChanges', 'notes'].includes(field),
  'message-rule': (field) => !field.startsWith('published.') && field !== 'archivedAt',
  text: (field) => field.startsWith('draft.') || ['name', 'version', 'hasDraft'].includes(field),
}

/** Whether a change can be one that visitors see. */
function isPublic({ entity, fields }: AuditLine): boolean {
  const isOwn = notPublic[entity]
  return isOwn !== undefined && fields.some(({ field }) => !isOwn(field))
}

/**
 * The newest public change of each supporter, message and text that was not undone, by its line’s id.
 * @param lines of the log, the newest first
 */
export function listStanding(lines: readonly AuditLine[]): Set<number> {
  const standing = groupByRow(lines).flatMap(
    (ofRow) => cancelOut(ofRow).find((line) => line.undoes === null && isPublic(line))?.id ?? [],
  )
  return new Set(standing)
}
