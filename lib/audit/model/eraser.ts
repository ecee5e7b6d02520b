/** What stands in the place of what was erased. The database lets a log entry change to this only. */
export const erasedWord = '(erased)'

/** Whether something was erased from one of these texts, so that nobody may see it again unread. */
export function isErased(...texts: (string | null)[]): boolean {
  return texts.some((text) => text?.includes(erasedWord))
}

/** Finds what a person asks us to erase, in any text. */
export type Eraser = {
  finds: (text: string | null | undefined) => boolean
  /** The text with all of it replaced. */
  erase: (text: string) => string
  /** A piece of the text around the first place where it is. */
  extract: (text: string) => string
}

const around = 40

/**
 * Makes an eraser of words: a name, an email address, anything. Case, kinds of apostrophes and the width of spaces don’t
 * matter; a word within a longer one isn’t meant.
 */
export function createEraser(words: readonly string[]): Eraser {
  const patterns = words.map((word) => {
    const text = word
      .normalize('NFC')
      .trim()
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replace(/\s+/g, '\\s+')
      .replace(/['’]/g, "['’]")
    // In an address, a dot or a hyphen goes on.
    return word.includes('@')
      ? `(?<![\\p{L}\\p{N}._%+-])${text}(?![\\p{L}\\p{N}-]|\\.[\\p{L}\\p{N}])`
      : `(?<![\\p{L}\\p{N}])${text}(?![\\p{L}\\p{N}])`
  })
  const compose = () => new RegExp(patterns.join('|'), 'giu')
  const isNone = patterns.length === 0
  return {
    finds: (text) => !isNone && typeof text === 'string' && compose().test(text.normalize('NFC')),
    erase: (text) => (isNone ? text : text.normalize('NFC').replace(compose(), erasedWord)),
    extract: (text) => {
      const plain = text.normalize('NFC').replace(/\s+/g, ' ')
      const found = isNone ? null : compose().exec(plain)
      if (!found) return plain.slice(0, 2 * around)
      const [start, end] = [Math.max(0, found.index - around), found.index + found[0].length + around]
      return `${start > 0 ? '…' : ''}${plain.slice(start, end)}${end < plain.length ? '…' : ''}`
    },
  }
}

/** The texts in a value of a log entry in which it is. */
export function listTexts(value: unknown, eraser: Pick<Eraser, 'finds'>): string[] {
  if (typeof value === 'string') return eraser.finds(value) ? [value] : []
  return value !== null && typeof value === 'object'
    ? Object.values(value).flatMap((each) => listTexts(each, eraser))
    : []
}

/** A value of a log entry without it; everything else as it was. */
export function eraseWithin(value: unknown, eraser: Eraser): unknown {
  if (typeof value === 'string') return eraser.finds(value) ? eraser.erase(value) : value
  if (Array.isArray(value)) return value.map((each) => eraseWithin(each, eraser))
  return value !== null && typeof value === 'object'
    ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, eraseWithin(each, eraser)]))
    : value
}

/**
 * Whether it is in a text that isn’t written for people: JSON, an address of a page, a tag. There, words can be apart by
 * hyphens, and letters be in code.
 */
export function findsLoosely(text: string | null, eraser: Eraser): boolean {
  if (text === null) return false
  const texts = [text, ...listJsonTexts(text)].flatMap((each) => [each, decode(each)])
  return texts.some((each) => eraser.finds(each) || eraser.finds(each.replace(/[-_+]/g, ' ')))
}

function listJsonTexts(text: string): string[] {
  try {
    return listTexts(JSON.parse(text), { finds: () => true })
  } catch {
    return []
  }
}

function decode(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (coded) => {
    try {
      return decodeURIComponent(coded)
    } catch {
      return coded
    }
  })
}
