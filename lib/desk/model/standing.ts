import type { AuditLine } from '../../audit/model/entry'

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
 * The newest public change of each supporter, message and text that was not undone, by its line’s id. An undo puts back
 * what was before the change that it undoes, which is always the last one.
 * @param lines of the log, the newest first
 */
export function listStanding(lines: readonly AuditLine[]): Set<number> {
  const states = new Map<string, (number | null)[]>()
  for (const line of lines.toReversed()) {
    const key = `${line.entity} ${line.entityId}`
    const before = states.get(key) ?? [null]
    const isUndo = line.action.endsWith('.undone')
    const next = isUndo ? before.at(-2) : isPublic(line) ? line.id : before.at(-1)
    states.set(key, [...before, next ?? null])
  }
  return new Set([...states.values()].flatMap((each) => each.at(-1) ?? []))
}
