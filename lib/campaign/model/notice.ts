import { parseWebLink } from '../../shared/model/web-link'

/** A piece of a notice: text, perhaps bold, perhaps a link to a page of ours or an https address. */
export type NoticePart = { text: string; isBold: boolean; href: string | null }

/** What every page says while the database does not answer. */
export const outageNotice: NoticePart[] = [
  { text: 'Some things are not working right now.', isBold: true, href: null },
  {
    text: ' You can still write to your MP. Details may be out of date, and messages may not be counted.',
    isBold: false,
    href: null,
  },
]

/**
 * Reads a notice of one paragraph, of whose Markdown two things count: `**bold**` and `[words](address)`.
 * Everything else, also a link to what is no safe address, is shown as it is written.
 */
export function parseNotice(text: string): NoticePart[] {
  const parts: NoticePart[] = []
  let readTo = 0
  for (const { 0: match, 1: bold, 2: words, 3: address, index } of text.matchAll(
    /\*\*([^*]+)\*\*|\[([^[\]]+)\]\(([^()\s]+)\)/g,
  )) {
    if (address !== undefined && !isSafe(address)) continue
    if (index > readTo) parts.push({ text: text.slice(readTo, index), isBold: false, href: null })
    parts.push({ text: bold ?? words ?? '', isBold: bold !== undefined, href: address ?? null })
    readTo = index + match.length
  }
  if (readTo < text.length) parts.push({ text: text.slice(readTo), isBold: false, href: null })
  return parts
}

// Of two slashes, or a slash and a backslash, browsers make another site.
function isSafe(address: string): boolean {
  return /^\/(?![/\\])[^\\]*$/.test(address) || (/^https:\/\//i.test(address) && parseWebLink(address) !== null)
}
