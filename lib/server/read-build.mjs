import { readFileSync } from 'node:fs'
import path from 'node:path'

/** @typedef {ReturnType<typeof readBuild>} Build */

/**
 * Reads what Next's build recorded.
 * @param {string} root the project's folder
 * @param {string} siteHost such as example.org
 */
export function readBuild(root, siteHost) {
  const readJson = (/** @type {string} */ file) => JSON.parse(readFileSync(path.join(root, '.next', file), 'utf8'))
  const prerendered = readJson('prerender-manifest.json')
  /** @type {{ headers: { key: string, value: string }[] }[]} */
  const headerRules = readJson('routes-manifest.json').headers
  /** @type {string} */
  const previewId = prerendered.preview.previewModeId
  /** @type {Map<string, string>} */
  const sheets = new Map()
  return {
    /** The headers of next.config.ts. */
    securityHeaders: headerRules.flatMap(({ headers }) => headers),
    /** Each page's or handler's file, with its route. @type {Record<string, string>} */
    routes: readJson('app-path-routes-manifest.json'),
    /** @type {string[]} */
    prerendered: Object.keys(prerendered.routes),
    /** Server actions by id, with the pages that use them. @type {import('./front/form-guard.mjs').Actions} */
    actions: readJson('server/server-reference-manifest.json').node,
    previewId,
    /** The headers that Next's own `res.revalidate()` sends to re-render a page. */
    newPageHeaders: { host: siteHost, 'x-prerender-revalidate': previewId },
    /** Returns the text of one of the build's style sheets. */
    readSheet: (/** @type {string} */ href) => {
      const text = sheets.get(href) ?? readFileSync(path.join(root, href.replace('/_next/', '.next/')), 'utf8')
      sheets.set(href, text)
      return text
    },
  }
}
