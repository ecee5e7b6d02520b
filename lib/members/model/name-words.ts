import { searchWords } from '../../shared/model/search-words'

const spellings: Partial<Record<string, string>> = {
  st: 'saint',
  ste: 'sainte',
  mt: 'mount',
  nth: 'north',
  sth: 'south',
}
const unheard = new Set(['and', 'the'])
const letters: Partial<Record<string, string>> = {
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

/**
 * The words to compare a name by: without accents, apostrophes, “and” and “the”, with “Saint” in full. “St. Ives” and
 * “saint ives” are the same.
 */
export function nameWords(text: string): string[] {
  const plain = text.toLowerCase().replace(/[øæœßłđðþı]/g, (letter) => letters[letter] ?? letter)
  // Most names are plain ASCII, and there are many.
  const found = /^[a-z \-]*$/.test(plain) ? plain.split(/[ -]+/).filter(Boolean) : searchWords(plain)
  const words = found.map((word) => spellings[word] ?? word)
  const heard = words.filter((word) => !unheard.has(word))
  return heard.length > 0 ? heard : words
}

/** One key for all ways to write a name in one word or several. */
export function toNameKey(words: readonly string[]): string {
  return words.join('')
}
