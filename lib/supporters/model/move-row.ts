/**
 * Moves a visible row of a longer list, predicting the server's result.
 * @param rows in order, each with its place among all of its kind, from 1
 * @param toPlace among those
 */
export function moveRow<Row extends { id: number; kind: string; place: number }>(
  rows: readonly Row[],
  id: number,
  toPlace: number,
): Row[] {
  const moved = rows.find((row) => row.id === id)
  if (!moved) return [...rows]
  const { kind, place: from } = moved
  const shift = (place: number) =>
    place > from && place <= toPlace ? place - 1 : place < from && place >= toPlace ? place + 1 : place
  return rows
    .map((row) => (row.kind === kind ? { ...row, place: row.id === id ? toPlace : shift(row.place) } : row))
    .sort((a, b) => (a.kind === b.kind ? a.place - b.place : 0))
}

/** What became of a move that was made in place. `undo`: the change in the log by which it can be undone. */
export type MovedInPlace = { outcome: 'done' | 'refused' | 'signed-out'; undo?: string }
