// Inlines style sheets in the pages that need them: on a slow connection, the round trip for a 6 kB file
// costs more than the file.
import { createHash } from 'node:crypto'

const styleSheet = /<link\b(?=[^>]*\brel="stylesheet")[^>]*\bhref="(\/_next\/static\/[\w./~-]+\.css)"[^>]*>/g

/**
 * Puts the build's style sheets into the page.
 * @param {string} html
 * @param {(href: string) => string | null} readSheet returns the text of one of the build's files; null leaves the link
 * @returns {{ html: string, sources: string[] }} `sources` are what the policy has to allow: `'sha256-…'`
 */
export function inlineStyles(html, readSheet) {
  /** @type {string[]} */
  const sources = []
  const inlined = html.replace(styleSheet, (link, href) => {
    const css = readSheet(href)?.replace(
      /url\((['"]?)(?!['"]?(?:\/|data:|#))/g,
      (_start, quote) => `url(${quote}${href.replace(/[^/]*$/, '')}`,
    )
    if (css === undefined || css.includes('</style')) return link
    sources.push(`'sha256-${createHash('sha256').update(css).digest('base64')}'`)
    return `<style>${css}</style>`
  })
  return { html: inlined, sources }
}
