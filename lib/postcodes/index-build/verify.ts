import type { Collection } from '../index/collection'
import { postcodeAt } from '../index/numbering'
import type { PostcodeIndex } from '../index/open'

/**
 * Asks an index for every unit of every sector that was collected: each live postcode must have its
 * constituency, and no other unit may be live. Two seconds for Great Britain.
 * @param terminatedKept how many terminated postcodes the index should know
 * @returns the first difference, or null where the index is exact
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
        return `${postcode} is ${code ?? answer.kind} and should be ${codeOf.get(cell) ?? 'unknown'}`
      if (answer.kind === 'terminated' && !collection.terminated.get(sector)?.[unit])
        return `${postcode} was never terminated`
      if (answer.kind === 'live') live++
      if (answer.kind === 'terminated') terminated++
    }
  }
  if (live !== index.postcodes) return `${live} live postcodes and not ${index.postcodes}`
  return terminated === terminatedKept ? null : `${terminated} terminated postcodes and not ${terminatedKept}`
}
