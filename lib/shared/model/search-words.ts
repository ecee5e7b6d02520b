import { constituencyNameKey } from '../../members/model/constituency'

/** The words by which a text is searched: lower case, without accents and apostrophes. `public/wall-filter.js` does the same. */
export function searchWords(text: string): string[] {
  return constituencyNameKey(text)
    .replaceAll("'", '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}
