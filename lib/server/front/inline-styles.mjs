// Style sheets inside the page that needs them: on a slow line the way there and back for a file of
// 6 kB costs more than the file.
import { createHash } from 'node:crypto'

const styleSheet = /<link\b(?=[^>]*\brel="stylesheet")[^>]*\bhref="(\/_next\/static\/[\w./~-]+\.css)"[^>]*>/g

/**
 * Puts the style sheets of the build into the page.
 * @param {string} html
 * @param {(href: string) => string | null} readSheet the text of a file of the build; null leaves the link
 * @returns {{ html: string, sources: string[] }} and what the policy has to allow, `'sha256-…'`
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
