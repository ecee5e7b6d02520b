import { apostrophes, toPlainText } from '../../shared/model/plain-text'

/**
 * A constituency's name as a part of a URL: "Ynys Môn" becomes "ynys-mon". Unique over the 650.
 * @param name the official name, accents included
 * @returns a-z, 0-9 and single hyphens
 */
export function constituencySlug(name: string): string {
  return toPlainText(name)
    .replace(apostrophes, '')
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

/**
 * A key under which two spellings of one official name meet: accents (ŵ), kind of apostrophe,
 * case and spaces do not matter, everything else does. Only for sources that carry no ONS code,
 * such as Parliament's Members API; join on the code wherever there is one.
 * @param name the name as the source spells it
 */
export function constituencyNameKey(name: string): string {
  return toPlainText(name).replace(apostrophes, "'").replace(/\s+/g, ' ').trim()
}
