/** How a list of names is laid out where there is room: in so many columns, or row by row. */
export type Columns = 1 | 2 | 3 | 'rows'

// Nobody reads down a column of several screens and then starts again at the top of the next.
const longest = 60

/**
 * Chooses the columns of a list that is read downwards, so that the last one is at least half full.
 * @param length how many items it has
 */
export function chooseColumns(length: number): Columns {
  if (length > longest) return 'rows'
  for (const columns of [3, 2] as const) {
    const rows = Math.ceil(length / columns)
    if (length >= columns && 2 * (length - rows * (columns - 1)) >= rows) return columns
  }
  return 1
}
