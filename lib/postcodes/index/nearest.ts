import { postcodeAt, sectorNumber, unitNumber, unitsPerSector } from './numbering'
import type { PostcodeIndex } from './open'

/**
 * The alphabetically nearest live postcode of the same sector (`SW1A 0`), or null when the sector has none. It
 * covers the same few streets and often, but not always, the same constituency, so tell the visitor.
 */
export function nearestLivePostcode(index: PostcodeIndex, postcode: string): { postcode: string; code: string } | null {
  const sector = sectorNumber(postcode)
  const unit = unitNumber(postcode)
  if (sector < 0 || unit < 0) return null
  for (let distance = 1; distance < unitsPerSector; distance++) {
    for (const candidate of [unit - distance, unit + distance]) {
      if (candidate < 0 || candidate >= unitsPerSector) continue
      const neighbour = postcodeAt(sector, candidate)
      const answer = index.find(neighbour)
      if (answer.kind === 'live') return { postcode: neighbour, code: answer.code }
    }
  }
  return null
}
