import { apostrophes, toPlainText } from '../../shared/model/plain-text'

/**
 * The URL slug of a constituency: "Ynys Môn" becomes "ynys-mon". Unique across the 650.
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
 * A key shared by different spellings of one official name: ignores accents (ŵ), apostrophe style, case and
 * spaces, and nothing else. Only for sources without ONS codes, such as Parliament's Members API; otherwise
 * join on the code.
 * @param name the name as the source spells it
 */
export function constituencyNameKey(name: string): string {
  return toPlainText(name).replace(apostrophes, "'").replace(/\s+/g, ' ').trim()
}
