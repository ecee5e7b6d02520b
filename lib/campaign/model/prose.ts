import { type NoticePart, parseNotice } from './notice'

/** Part of a text in our small subset of Markdown. */
export type ProseBlock = { kind: 'paragraph'; parts: NoticePart[] } | { kind: 'list'; items: NoticePart[][] }

/**
 * Parses a text of several paragraphs: an empty line starts a new one, lines that all start with `- ` are a list, and
 * **bold** and [links](/about) work as in a notice. Everything else appears as typed.
 */
export function parseProse(text: string): ProseBlock[] {
  return splitParagraphs(text).map((block) => {
    const lines = block.split('\n').map((line) => line.trim())
    return lines.every((line) => line.startsWith('- '))
      ? { kind: 'list', items: lines.map((line) => parseNotice(line.slice(2))) }
      : { kind: 'paragraph', parts: parseNotice(lines.join(' ')) }
  })
}

/** A heading and the text below it. */
export type Pair = { title: string; text: string }

/** Parses `## Heading` lines, each with its text below; null unless each heading has a text and each text a heading. */
export function parsePairs(text: string): Pair[] | null {
  const [before = '', ...rest] = `\n${text}`.split(/\n## +/)
  const pairs = rest.map((each) => {
    const [title = '', ...lines] = each.split('\n')
    return { title: title.trim(), text: lines.join(' ').replace(/\s+/g, ' ').trim() }
  })
  const isWhole = before.trim() === '' && pairs.length > 0 && pairs.every((each) => each.title && each.text)
  return isWhole ? pairs : null
}

/** The inverse of `parsePairs`. */
export function formatPairs(pairs: readonly Pair[]): string {
  return pairs.map(({ title, text }) => `## ${title}\n${text}`).join('\n\n')
}

function splitParagraphs(text: string): string[] {
  return text.split(/\n\s*\n/).filter((block) => block.trim() !== '')
}
