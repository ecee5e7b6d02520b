/**
 * Moves one of the rows that are shown of a longer list, as the server will.
 * @param rows in their order, each with its place in the whole list, from 1
 * @param toPlace in the whole list
 */
export function moveRow<Row extends { id: number; place: number }>(
  rows: readonly Row[],
  id: number,
  toPlace: number,
): Row[] {
  const from = rows.find((row) => row.id === id)?.place
  if (from === undefined) return [...rows]
  const shift = (place: number) =>
    place > from && place <= toPlace ? place - 1 : place < from && place >= toPlace ? place + 1 : place
  return rows
    .map((row) => ({ ...row, place: row.id === id ? toPlace : shift(row.place) }))
    .sort((a, b) => a.place - b.place)
}
