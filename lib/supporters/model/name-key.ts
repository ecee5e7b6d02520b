import { searchWords } from '../../shared/model/search-words'

/**
 * A key that ignores case, accents and punctuation, so spellings of one name match.
 * @returns '' for a name without letters or digits, which matches no other
 */
export function composeNameKey(name: string): string {
  return searchWords(name).join(' ')
}

// A short form in brackets, such as (CFAB): one word with two capitals.
const shortForm = /\(([^()\s]{2,20})\)/gu

/**
 * A name as close spellings share it: without its short form in brackets and without spaces; “&” and “and”, St and Saint,
 * a leading The, ß, invisible letters.
 */
export function composeNearKey(name: string): string {
  const visible = name
    .replace(shortForm, (whole, short: string) => (/\p{Lu}.*\p{Lu}/u.test(short) ? ' ' : whole))
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replaceAll('ß', 'ss')
    .replace(/&/g, ' and ')
  return composeNameKey(visible)
    .split(' ')
    .map((word) => (word === 'saint' ? 'st' : word))
    .filter((word, index) => index > 0 || word !== 'the')
    .join('')
}
