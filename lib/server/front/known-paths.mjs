import { createNearPaths } from './near-paths.mjs'

// Which addresses the site has. Any other gets the not-found page without asking Next, and never becomes
// an entry in the page cache.

/**
 * @typedef {{
 *   isKept: (path: string) => boolean,
 *   isListed: (path: string) => boolean,
 *   resolve: (path: string) => string,
 *   findNear: (path: string) => string | null,
 * }} KnownPaths `isKept`: its answer is the same for everyone, and can be cached; `isListed`: it is one of a fixed
 * number of these; `resolve`: the address in its canonical spelling, or the address of the not-found answer;
 * `findNear`: the page that an unknown address means, or null
 */

/**
 * Says that there is no such page. Without JavaScript, Next's own not-found answer for an on-demand page is empty;
 * this one is complete.
 */
export const notFoundPath = '/not-found'

/** The API's answer for a constituency that doesn't exist. */
export const noCountsPath = '/api/counts/none'

const logo = /^\/(supporters\/logos\/[0-9a-f]{32}|about\/logo\/[0-9a-f]{32}-\d{1,3}x\d{1,3})$/

/**
 * @param {{
 *   routes: Record<string, string>,
 *   prerendered: string[],
 *   seats: { slug: string, code: string, region: string }[],
 *   others?: Iterable<string>,
 * }} site what the build recorded: app-path-routes-manifest.json (a page's file -> its route) and the routes in
 * prerender-manifest.json; the constituencies; and whatever is answered before Next, such as files
 * @returns {KnownPaths}
 */
export function createKnownPaths({ routes, prerendered, seats, others = [] }) {
  const kept = new Set([
    notFoundPath,
    noCountsPath,
    '/api/counts',
    '/api/health',
    '/.well-known/security.txt',
    ...['site', 'guardians', 'long-term-plan'].map((card) => `/og/${card}.png`),
    ...prerendered.filter((route) => !route.startsWith('/_')),
    ...seats.flatMap(({ slug, code, region }) => [
      `/take-action/${slug}`,
      `/og/seats/${slug}.png`,
      `/api/counts/${code}`,
      `/find/${region.toLowerCase().replaceAll(' ', '-')}`,
    ]),
  ])
  const served = new Set(others)
  // The known addresses of these routes are listed above.
  const listed = new Set([
    '/take-action/[slug]',
    '/find/[region]',
    '/og/[card]',
    '/og/seats/[seat]',
    '/api/counts/[code]',
  ])
  const dynamic = Object.values(routes).filter((route) => !route.startsWith('/_') && !listed.has(route))
  const pattern = new RegExp(`^(?:${dynamic.map(composePattern).join('|')})$`)
  const isKnown = (/** @type {string} */ path) =>
    kept.has(path) || served.has(path) || (pattern.test(path) && isPlain(path))
  // Pages only: a file or an API is never meant by a misspelt address.
  const pages = [...kept].filter((path) => !/^\/(?:api|og|not-found)(?:\/|$)|\.\w+$/.test(path))
  return {
    findNear: createNearPaths(pages),
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
  return route
    .split('/')
    .map((part) => (part.startsWith('[') ? '[^/]+' : part.replace(/[^\w-]/g, '\\$&')))
    .join('/')
}

/**
 * Decodes percent-encoded letters, digits, `-`, `.`, `_` and `~` in an address (RFC 3986, section 6.2.2.2).
 * Nothing else: what an encoded slash means is not for us to say.
 * @param {string} path
 */
function decodeUnreserved(path) {
  return path.replace(/%[2-7][0-9a-f]/gi, (code) => {
    const character = String.fromCharCode(parseInt(code.slice(1), 16))
    return /[\w.~-]/.test(character) ? character : code
  })
}

/**
 * Whether every reader would split an address into the same parts. Next redirects // and \ to its own
 * reading of them, and resolves dots.
 * @param {string} path
 */
function isPlain(path) {
  try {
    return !/[\0\\]|\/\/|\/\.{1,2}(?:\/|$)/.test(decodeURIComponent(path))
  } catch {
    return false
  }
}
