import type { Collection } from '../index/collection'
import { postcodeAt } from '../index/numbering'
import type { PostcodeIndex } from '../index/open'

/**
 * Looks up every unit of every collected sector: each live postcode must have its constituency, and no other
 * unit may be live. Takes two seconds for Great Britain.
 * @param terminatedKept how many terminated postcodes the index should have
 * @returns the first difference, or null when the index is exact
 */
export function findDifference(collection: Collection, index: PostcodeIndex, terminatedKept: number): string | null {
  const codeOf = new Map([...collection.codes].map(([code, number]) => [number, code]))
  let [live, terminated] = [0, 0]
  for (const sector of new Set([...collection.live.keys(), ...collection.terminated.keys()])) {
    const cells = collection.live.get(sector) ?? new Uint16Array(collection.terminated.get(sector)?.length ?? 0)
    for (const [unit, cell] of cells.entries()) {
      const postcode = postcodeAt(sector, unit)
      const answer = index.find(postcode)
      const code = answer.kind === 'live' ? answer.code : undefined
      if (code !== codeOf.get(cell))
        return `${postcode} is ${code ?? answer.kind}, but should be ${codeOf.get(cell) ?? 'unknown'}`
      if (answer.kind === 'terminated' && !collection.terminated.get(sector)?.[unit])
        return `${postcode} was never terminated`
      if (answer.kind === 'live') live++
      if (answer.kind === 'terminated') terminated++
    }
  }
  if (live !== index.postcodes) return `${live} live postcodes instead of ${index.postcodes}`
  return terminated === terminatedKept ? null : `${terminated} terminated postcodes instead of ${terminatedKept}`
}
