import { searchWords } from '../../shared/model/search-words'

/**
 * A key that ignores case, accents and punctuation, so spellings of one name match.
 * @returns '' for a name without letters or digits, which matches no other
 */
export function composeNameKey(name: string): string {
  return searchWords(name).join(' ')
}
