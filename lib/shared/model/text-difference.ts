import { diffLines, diffWordsWithSpace } from 'diff'

/** A part of a diff: in both texts, or in only one of them. */
export type TextPart = { kind: 'same' | 'removed' | 'added'; text: string }

// About 30 ms; time grows with the square of this.
const maxEditLength = 300

/**
 * A word-by-word diff of two texts, in reading order. Consecutive changed words form one part, so a screen reader
 * doesn’t announce each of them. Texts with little in common are compared by line, or replaced as a whole: a word diff of two
 * such letters of 10,000 characters takes a minute.
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
