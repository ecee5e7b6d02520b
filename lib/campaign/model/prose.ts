import { completeWebLink } from '../../shared/model/web-link'
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

const linkLike = /\[([^[\]]+)\]\(([^()]*)\)/
const everyLink = new RegExp(linkLike, 'g')

/** Whether a text has a link, which shows as typed where no links are read. */
export function hasLink(text: string): boolean {
  return linkLike.test(text)
}

/**
 * A text whose links are complete: `[us](www.example.org)` gets its https://, an email address its mailto:.
 * @returns `problem`: what to do about the first link that would show as typed; null if all are links
 */
export function completeLinks(text: string): { text: string; problem: string | null } {
  const completed = text.replace(everyLink, (_all, words: string, given: string) => {
    const address = given.trim()
    return `[${words}](${/^[^\s@:/?&]+@[^\s@:/?&]+$/.test(address) ? `mailto:${address}` : completeWebLink(address)})`
  })
  const parts = parseProse(completed).flatMap((block) => (block.kind === 'list' ? block.items.flat() : block.parts))
  const left = parts.find((part) => hasLink(part.text))
  const address = left && linkLike.exec(left.text)?.[2]
  if (!left || address === undefined) return { text: completed, problem: null }
  if (left.isBold) return { text, problem: 'A link can’t be bold. Leave out the ** around it.' }
  return {
    text,
    problem: /^http:/i.test(address)
      ? `The link to “${address}” starts with http://. Try it with https://.`
      : `“${address}” can’t be linked to. Write an address like https://example.org, mailto:name@example.org or /take-action.`,
  }
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
