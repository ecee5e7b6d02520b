import { diffLines, diffWordsWithSpace } from 'diff'

/** A part of a comparison: in both texts, or in only one of them. */
export type TextPart = { kind: 'same' | 'removed' | 'added'; text: string }

// About 30 ms; the time is quadratic.
const maxEditLength = 300

/**
 * The differences between two texts, word by word, in reading order. Adjacent words that differ form one part, which
 * is easier to read. Texts that differ almost everywhere are compared line by line, or not at all: a word-level
 * comparison of two letters of 10,000 characters takes a minute.
 */
export function compareTexts(before: string, after: string): TextPart[] {
  const parts: TextPart[] = []
  const changed = { removed: '', added: '' }
  const flush = () => {
    for (const kind of ['removed', 'added'] as const) {
      if (changed[kind]) parts.push({ kind, text: changed[kind] })
      changed[kind] = ''
    }
  }
  const all =
    diffWordsWithSpace(before, after, { maxEditLength }) ??
    diffLines(before, after, { maxEditLength }) ??
    replaceAll(before, after)
  for (const [at, { value, added, removed }] of all.entries()) {
    const isBetween =
      !added && !removed && value.trim() === '' && at < all.length - 1 && (changed.removed || changed.added)
    if (!added && !removed && !isBetween) {
      flush()
      parts.push({ kind: 'same', text: value })
    }
    if (added || isBetween) changed.added += value
    if (removed || isBetween) changed.removed += value
  }
  flush()
  return parts
}

function replaceAll(before: string, after: string) {
  return [
    { value: before, added: false, removed: true },
    { value: after, added: true, removed: false },
  ]
}
