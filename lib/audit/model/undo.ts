/** The log entry to undo: what the row was before the change and what it became; null if it didn’t exist. */
export type UndoneLine = {
  entityId: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

/** `changed-since`: the row has changed since the entry; `refused`: its old value is no longer allowed. */
export type UndoAnswer = 'undone' | 'changed-since' | 'refused'

/** A change of one row in the log. `undoes`: the id of the change that it undid; null if it is no undo. */
export type LinkedChange = { id: number; undoes: number | null }

/**
 * What is left of changes to one row once each that was undone is struck out with its undoing. An undo of an undo strikes
 * that out first, and so on.
 * @param changes the newest first, with none left out between them
 */
export function cancelOut<Change extends LinkedChange>(changes: readonly Change[]): Change[] {
  const among = new Set(changes.map(({ id }) => id))
  const undone = new Set<number>()
  const left: Change[] = []
  for (const change of changes) {
    if (undone.has(change.id)) continue
    if (change.undoes !== null && among.has(change.undoes)) undone.add(change.undoes)
    else left.push(change)
  }
  return left
}

/**
 * The changes that left the row as it is now, by their ids: after them came nothing, or nothing that doesn’t cancel out.
 * These can be undone.
 * @param changes to one row, the newest first, with none left out between them
 */
export function listAsLeft(changes: readonly LinkedChange[]): Set<number> {
  const asLeft = new Set<number>()
  const undone = new Set<number>() // and not come across yet
  for (const { id, undoes } of changes) {
    if (undone.size === 0) asLeft.add(id)
    if (undone.delete(id)) continue
    if (undoes === null) break
    undone.add(undoes)
  }
  return asLeft
}

/** Puts the changes of each row together, in the order given. */
export function groupByRow<Change extends { entity: string; entityId: string }>(
  changes: readonly Change[],
): Change[][] {
  const ofRows = new Map<string, Change[]>()
  for (const change of changes) {
    const key = `${change.entity} ${change.entityId}`
    const known = ofRows.get(key)
    if (known) known.push(change)
    else ofRows.set(key, [change])
  }
  return [...ofRows.values()]
}
