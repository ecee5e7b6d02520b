/** Where a file keeps what we need. A directory also lists terminated postcodes, with their month. */
export type Columns = { postcode: number; constituency: number; terminated: number | null; width: number }

const postcodeNames = ['pcds', 'postcode', 'pcd8', 'pcd7', 'pcd']

/**
 * Finds the columns by the names that the ONS Postcode Directory, the NSPL and mySociety use; of
 * several generations of constituencies (`pcon`, `pcon22cd`, `pcon24cd`) the newest. Null without both.
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
  const terminated = names.indexOf('doterm')
  return {
    postcode,
    constituency: newest.position,
    terminated: terminated < 0 ? null : terminated,
    width: names.length,
  }
}
