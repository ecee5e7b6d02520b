/** The log entry to undo: what the row was before the change and what it became; null if it didn’t exist. */
export type UndoneLine = {
  entityId: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

/** `changed-since`: the row has changed since the entry; `refused`: its old value is no longer allowed. */
export type UndoAnswer = 'undone' | 'changed-since' | 'refused'
