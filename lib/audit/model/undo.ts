/** A line of the log as it is undone: what the row was before, null for nothing, and what it became. */
export type UndoneLine = {
  entityId: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

/** `changed-since`: the row is not what the line says any more; `refused`: what it was is not allowed now. */
export type UndoAnswer = 'undone' | 'changed-since' | 'refused'
