// Inlines style sheets in the pages that need them: on a slow connection, the round trip for a 6 kB file
// costs more than the file.
import { createHash } from 'node:crypto'

const styleSheet = /<link\b(?=[^>]*\brel="stylesheet")[^>]*\bhref="(\/_next\/static\/[\w./~-]+\.css)"[^>]*>/g

/**
 * What a policy has to say to allow a style.
 * @param {string} css
 */
export function hashSource(css) {
  return `'sha256-${createHash('sha256').update(css).digest('base64')}'`
}

/**
 * Puts the style sheets of the build into the page.
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
    sources.push(hashSource(css))
    return `<style>${css}</style>`
  })
  return { html: inlined, sources }
}
