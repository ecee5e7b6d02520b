/**
 * Moves a visible row of a longer list, predicting the server's result.
 * @param rows in order, each with its place in the whole list, from 1
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
