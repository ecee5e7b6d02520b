import SearchableMap from 'minisearch/SearchableMap'

/** Words to correct typing errors by. */
export type NearWords = { add: (words: Iterable<string>) => void; find: (word: string) => string[] }

const maxLetters = 40
const maxFound = 4

/**
 * Words in a radix tree, in which those within one or two typing errors of another are found in under a millisecond: a
 * wrong, missing or additional letter, or two swapped ones. Words of three letters have none.
 */
export function createNearWords(words: Iterable<string> = []): NearWords {
  const map = new SearchableMap<true>()
  const add = (more: Iterable<string>) => {
    for (const word of more) map.set(word, true)
  }
  add(words)
  return {
    add,
    find(word) {
      if (word.length < 4 || word.length > maxLetters) return []
      const allowed = word.length < 6 ? 1 : word.length < 12 ? 2 : 3
      return [...map.fuzzyGet(word, Math.max(allowed, 2))]
        .map(([near, [, distance]]) => ({ near, errors: isSwapped(word, near) ? 1 : distance }))
        .filter(({ errors }) => errors <= allowed)
        .sort((a, b) => a.errors - b.errors || Number(b.near[0] === word[0]) - Number(a.near[0] === word[0]))
        .slice(0, maxFound)
        .map(({ near }) => near)
    },
  }
}

/** Whether two neighbouring letters have changed places, which counts as one error. */
function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  const at = [...a].findIndex((letter, position) => letter !== b[position])
  return at >= 0 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
}
