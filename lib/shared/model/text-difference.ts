import { diffLines, diffWordsWithSpace } from 'diff'

/** A part of a text beside another: in both, or in one of them only. */
export type TextPart = { kind: 'same' | 'removed' | 'added'; text: string }

// About 30 ms; the time grows with its square.
const maxEditLength = 300

/**
 * What differs between two texts, word by word, in the order in which it is read. Words that differ in
 * a row are one part: nobody wants to hear of each. Texts that differ nearly everywhere are compared line by
 * line, or not at all: looking for the words that two letters of 10,000 characters share takes a minute.
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
