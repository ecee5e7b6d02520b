import { postcodeAt, sectorNumber, unitsPerSector } from './numbering'
import type { PostcodeIndex } from './open'

const lastLetters = ['', ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/**
 * The constituencies of all live postcodes that begin with a half (`M14`, or `M14 5A`), most postcodes first. Takes a
 * millisecond for an outcode. Of `SW1`, which is none by itself, those of `SW1A`, `SW1E` and so on.
 * @param start what is known of the second half: nothing, a digit, or a digit and a letter
 * @returns ONS codes
 */
export function listConstituenciesOf(index: PostcodeIndex, outcode: string, start = ''): string[] {
  const counts = new Map<string, number>()
  for (const letter of /\d$/.test(outcode) ? lastLetters : ['']) {
    for (let sector = 0; sector < 10; sector++) {
      if (start !== '' && start.charAt(0) !== String(sector)) continue
      const number = sectorNumber(`${outcode}${letter} ${sector}AA`)
      if (!index.hasSector(number)) continue
      for (let unit = 0; unit < unitsPerSector; unit++) {
        const postcode = postcodeAt(number, unit)
        if (start.length > 1 && postcode.charAt(postcode.length - 2) !== start.charAt(1)) continue
        const answer = index.find(postcode)
        if (answer.kind === 'live') counts.set(answer.code, (counts.get(answer.code) ?? 0) + 1)
      }
    }
    if (letter === '' && counts.size > 0) break
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([code]) => code)
}
