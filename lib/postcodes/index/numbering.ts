// Royal Mail uses twenty letters in the last two places (never C, I, K, M, O or V), so a sector has at most 400
// units: Programmers' Guide to the PAF, "Format of postcodes".
const unitLetters = 'ABDEFGHJLNPQRSTUWXYZ'
const letterNumbers = new Int8Array(128).fill(-1)
for (let number = 0; number < unitLetters.length; number++) letterNumbers[unitLetters.charCodeAt(number)] = number

/** The number of possible units (`AA` to `ZZ` in twenty letters) in a sector. */
export const unitsPerSector = 400
/** The number of possible areas (`A` to `ZZ`). */
export const areaCount = 26 * 27
/** The number of possible sectors in an area: ten first digits, 37 second characters, ten sector digits. */
export const sectorsPerArea = 10 * 37 * 10

const space = 32

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function isLetter(code: number): boolean {
  return code >= 65 && code <= 90
}

/** A for 1 to Z for 26. */
function letterOf(number: number): string {
  return String.fromCharCode(64 + number)
}

/**
 * The number of a postcode's sector (`SW1A 0`), from 0 to areaCount * sectorsPerArea, or -1.
 * @param postcode upper case with one space before the incode; anything else gives -1
 */
export function sectorNumber(postcode: string): number {
  const { length } = postcode
  const incode = length - 3
  if (length < 6 || length > 8 || postcode.charCodeAt(incode - 1) !== space) return -1
  const first = postcode.charCodeAt(0)
  const second = postcode.charCodeAt(1)
  const sector = postcode.charCodeAt(incode)
  if (!isLetter(first) || !isDigit(sector)) return -1
  const areaLength = isLetter(second) ? 2 : 1
  const district = postcode.charCodeAt(areaLength)
  if (!isDigit(district)) return -1
  const area = (first - 65) * 27 + (areaLength === 2 ? second - 64 : 0)
  const lastPlace = lastPlaceNumber(postcode, areaLength + 1, incode - 1)
  return lastPlace < 0 ? -1 : area * sectorsPerArea + ((district - 48) * 37 + lastPlace) * 10 + sector - 48
}

/** The second character of a district: 0 for none, then ten digits and 26 letters. */
function lastPlaceNumber(postcode: string, from: number, to: number): number {
  if (from === to) return 0
  const code = postcode.charCodeAt(from)
  if (from + 1 !== to) return -1
  if (isDigit(code)) return code - 47
  return isLetter(code) ? code - 54 : -1
}

/** The number of a postcode's unit (its last two letters), 0 to 399, or -1 for letters never used. */
export function unitNumber(postcode: string): number {
  const { length } = postcode
  const first = letterNumbers[postcode.charCodeAt(length - 2)] ?? -1
  const second = letterNumbers[postcode.charCodeAt(length - 1)] ?? -1
  return first < 0 || second < 0 ? -1 : first * unitLetters.length + second
}

/** The postcode with these sector and unit numbers: the inverse of `sectorNumber` and `unitNumber`. */
export function postcodeAt(sector: number, unit: number): string {
  const area = Math.floor(sector / sectorsPerArea)
  const district = Math.floor((sector % sectorsPerArea) / 10)
  const lastPlace = district % 37
  const areaText = letterOf(Math.floor(area / 27) + 1) + (area % 27 === 0 ? '' : letterOf(area % 27))
  const lastText = lastPlace === 0 ? '' : lastPlace <= 10 ? String(lastPlace - 1) : letterOf(lastPlace - 10)
  const unitText = unitLetters.charAt(Math.floor(unit / 20)) + unitLetters.charAt(unit % 20)
  return `${areaText}${Math.floor(district / 37)}${lastText} ${sector % 10}${unitText}`
}
