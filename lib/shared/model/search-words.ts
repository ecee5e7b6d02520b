import { apostrophes, toPlainText } from './plain-text'

/** The words to search a text by: lower case, without accents or apostrophes. */
export function searchWords(text: string): string[] {
  return toPlainText(text)
    .replace(apostrophes, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}
