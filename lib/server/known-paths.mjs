// Which addresses the site has. What a stranger invents is answered with the one page that says so,
// without asking Next, and never becomes an entry of the page cache.

/**
 * @typedef {{
 *   isKept: (path: string) => boolean,
 *   isListed: (path: string) => boolean,
 *   resolve: (path: string) => string,
 * }} KnownPaths `isKept`: its answer is the same for everybody, and can be kept; `isListed`: it is one of a fixed number of these; `resolve`: the
 * address in the one spelling that the site knows, or that of the answer to addresses that nothing is at
 */

/** Says that there is no such page. Next leaves a page made on demand empty without JavaScript when it is not found; this one is whole. */
export const notFoundPath = '/not-found'

/** Says that there is no such constituency, as the interface does. */
export const noCountsPath = '/api/counts/none'

const logo = /^\/supporters\/logos\/[0-9a-f]{32}$/

/**
 * @param {{
 *   routes: Record<string, string>,
 *   prerendered: string[],
 *   seats: { slug: string, code: string, region: string }[],
 *   others?: Iterable<string>,
 * }} site as the build wrote them down: app-path-routes-manifest.json (file of a page -> its route) and the routes of prerender-manifest.json; the
 * constituencies; and what is answered before Next, such as files
 * @returns {KnownPaths}
 */
export function createKnownPaths({ routes, prerendered, seats, others = [] }) {
  const kept = new Set([
    notFoundPath,
    noCountsPath,
    '/api/counts',
    '/api/health',
    ...prerendered.filter((route) => !route.startsWith('/_')),
    ...seats.flatMap(({ slug, code, region }) => [
      `/take-action/${slug}`,
      `/og/seats/${slug}.png`,
      `/api/counts/${code}`,
      `/find/${region.toLowerCase().replaceAll(' ', '-')}`,
    ]),
  ])
  const served = new Set(others)
  // Of these the known ones are listed above.
  const listed = new Set(['/take-action/[slug]', '/find/[region]', '/og/[card]', '/og/seats/[seat]', '/api/counts/[code]'])
  const dynamic = Object.values(routes).filter((route) => !route.startsWith('/_') && !listed.has(route))
  const pattern = new RegExp(`^(?:${dynamic.map(composePattern).join('|')})$`)
  const isKnown = (/** @type {string} */ path) => kept.has(path) || served.has(path) || (pattern.test(path) && isPlain(path))
  return {
    isKept: (path) => kept.has(path) || logo.test(path),
    isListed: (path) => kept.has(path),
    resolve(given) {
      if (/%(?![0-9a-f]{2})/i.test(given)) return notFoundPath
      const path = decodeUnreserved(given)
      if (isKnown(path)) return path
      // Next redirects these to the address without the slash.
      if (/[^/]\/$/.test(path) && isKnown(path.slice(0, -1))) return path
      return /^\/api\/counts\/[^/]+$/.test(path) ? noCountsPath : notFoundPath
    },
  }
}

/** @param {string} route such as /staff/messages/[id] */
function composePattern(route) {
  return route.split('/').map((part) => (part.startsWith('[') ? '[^/]+' : part.replace(/[^\w-]/g, '\\$&'))).join('/')
}

/**
 * The same address with plain letters, digits, `-`, `.`, `_` and `~` where they were written as codes
 * (RFC 3986, section 6.2.2.2). Nothing else: what a coded slash means is not for us to say.
 * @param {string} path
 */
function decodeUnreserved(path) {
  return path.replace(/%[2-7][0-9a-f]/gi, (code) => {
    const character = String.fromCharCode(parseInt(code.slice(1), 16))
    return /[\w.~-]/.test(character) ? character : code
  })
}

/**
 * Whether every reader takes the parts of an address for the same. Next redirects // and \ to what it
 * makes of them, and resolves dots.
 * @param {string} path
 */
function isPlain(path) {
  try {
    return !/[\0\\]|\/\/|\/\.{1,2}(?:\/|$)/.test(decodeURIComponent(path))
  } catch {
    return false
  }
}
