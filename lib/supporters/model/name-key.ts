import { searchWords } from '../../shared/model/search-words'

/**
 * A key under which two spellings of one name meet: case, accents and punctuation do not matter.
 * @returns '' for a name without letters and digits, which is like no other
 */
export function composeNameKey(name: string): string {
  return searchWords(name).join(' ')
}
