import { apostrophes, toPlainText } from './plain-text'

/** The words by which a text is searched: lower case, without accents and apostrophes. `public/wall-filter.js` does the same. */
export function searchWords(text: string): string[] {
  return toPlainText(text)
    .replace(apostrophes, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}
