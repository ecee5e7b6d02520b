// Addresses that people mean: typed with capitals, accents, quotes or a full stop, or cut from a sentence.

/** What people guess, with where it is. @type {Record<string, string>} */
const guesses = {
  '/asks': '/#asks',
  '/ask': '/#asks',
  '/contact': '/about',
  '/contact-us': '/about',
  '/mps': '/find',
  '/search': '/find',
  '/write': '/take-action',
}

/**
 * @param {Iterable<string>} pages the addresses of the public pages
 * @returns {(path: string) => string | null} the address of the page that an unknown address means, or null; never the
 * address itself
 */
export function createNearPaths(pages) {
  const byKey = new Map([...pages].map((page) => [toKey(page), page]))
  return (path) => {
    const key = decode(path)
    const near = key === null ? null : (byKey.get(key) ?? guesses[key] ?? null)
    return near === path ? null : near
  }
}

/**
 * @param {string} path percent-encoded
 * @returns {string | null} null where it isn't a path (“*”), can't be decoded, has control characters that aren't spaces, or is too long to mean a page
 */
function decode(path) {
  if (path.length > 300 || !path.startsWith('/')) return null
  try {
    const decoded = decodeURIComponent(path)
    return /[^\P{Cc}\s]/u.test(decoded) ? null : toKey(decoded)
  } catch {
    return null
  }
}

/** @param {string} path */
function toKey(path) {
  const parts = path
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}'\u2018\u2019\u02bc`\u00b4]/gu, '')
    .toLowerCase()
    .split('/')
    .map((part) =>
      part
        .replace(/&/g, ' and ')
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, ''),
    )
  return `/${parts.filter(Boolean).join('/')}`
}
