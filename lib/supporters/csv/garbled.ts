import { setImmediate } from 'node:timers/promises'

// What Windows-1252 makes of letters that a Mac or an old command line wrote: a capital or a sign in the middle of a word.
// Of fixed length, so that the time grows no faster than the text.
const garbled =
  /\p{Ll}[ŠŒŽÒÓÔÕ‚„†‡ˆ‰‹›¦¡¢¤¨]\p{Ll}|\p{L}[\x81\x8d\x8f\x90\x9d]|[\x81\x8d\x8f\x90\x9d]\p{L}|\p{Ll}[‚„†‡ˆ‰‹›¢¤](?=[\s,;])|Õs(?=[\s,;.])/gu

const maxWords = 3
const sliceLength = 200_000
const longest = 4 // of a match, with what has to follow it
const maxAround = 30

/**
 * The words of a file that can't have been meant, because it was saved in a way that we can't tell: up to three. Gives
 * way to other requests.
 * @param text as Windows-1252
 */
export async function findGarbledWords(text: string): Promise<string[]> {
  const words = new Set<string>()
  for (let at = 0; at < text.length; at += sliceLength) {
    const end = at + sliceLength + longest
    const slice = text.slice(at, end) + (end >= text.length ? '\n' : '')
    for (const { 0: core, index } of slice.matchAll(garbled)) {
      const [before] = /[\p{L}\d'’-]*$/u.exec(slice.slice(Math.max(index - maxAround, 0), index)) ?? ['']
      const from = index + core.length
      const [after] = /^[\p{L}\d'’-]*/u.exec(slice.slice(from, from + maxAround)) ?? ['']
      words.add(before + core + after)
      if (words.size === maxWords) return [...words]
    }
    await setImmediate()
  }
  return [...words]
}
