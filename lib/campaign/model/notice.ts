import { parseWebLink } from '../../shared/model/web-link'

/** Part of a notice: text, optionally bold, optionally a link to one of our pages, an https URL or an email address. */
export type NoticePart = { text: string; isBold: boolean; href: string | null }

/** The notice on every page while the database is unavailable. */
export const outageNotice: NoticePart[] = [
  { text: 'Some things are not working right now.', isBold: true, href: null },
  {
    text: ' You can still write to your MP. Details may be out of date, and messages may not be counted.',
    isBold: false,
    href: null,
  },
]

/**
 * Parses a one-paragraph notice. It supports two bits of Markdown, `**bold**` and `[words](address)`; everything else,
 * including links to unsafe addresses, appears as typed. Staff’s texts have passed `completeLinks` in prose.ts.
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

// Browsers read two slashes, or a slash and a backslash, as the start of another site's address.
function isSafe(address: string): boolean {
  return (
    /^\/(?![/\\])[^\\]*$/.test(address) ||
    /^mailto:[^\s@?&]+@[^\s@?&]+$/i.test(address) ||
    (/^https:\/\//i.test(address) && parseWebLink(address) !== null)
  )
}
