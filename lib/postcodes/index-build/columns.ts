/**
 * The positions of the columns we need. The ONS directory also lists terminated postcodes, and the months in
 * which postcodes were introduced and terminated.
 */
export type Columns = {
  postcode: number
  constituency: number
  terminated: number | null
  introduced: number | null
  width: number
}

const postcodeNames = ['pcds', 'postcode', 'pcd8', 'pcd7', 'pcd']

/**
 * Finds the columns by the names used in the ONS Postcode Directory, the NSPL and mySociety's list. When there
 * are several generations of constituencies (`pcon`, `pcon22cd`, `pcon24cd`), picks the newest. Null unless
 * both columns exist.
 */
export function findColumns(header: string[]): Columns | null {
  const names = header.map((name) => name.trim().toLowerCase())
  const postcode = postcodeNames.map((name) => names.indexOf(name)).find((position) => position >= 0)
  const constituencies = names
    .map((name, position) => ({ position, match: /^pcon(\d{2})?(?:cd)?$/.exec(name) }))
    .flatMap(({ position, match }) => (match === null ? [] : [{ position, year: Number(match[1] ?? 0) }]))
    .sort((a, b) => b.year - a.year)
  const [newest] = constituencies
  if (postcode === undefined || newest === undefined) return null
  return {
    postcode,
    constituency: newest.position,
    terminated: findPosition(names, 'doterm'),
    introduced: findPosition(names, 'dointr'),
    width: names.length,
  }
}

function findPosition(names: string[], name: string): number | null {
  const position = names.indexOf(name)
  return position < 0 ? null : position
}
