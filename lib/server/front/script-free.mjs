// Takes the framework's scripts out of reading pages. Next puts about 117 kB (Brotli) of JavaScript and the
// page's data into every page, to hydrate it in the browser. The pages below app/(reading) have nothing to
// hydrate, and their forms work as plain HTML, so we leave out what they don't need.

/** @typedef {{ html: string, ownScripts: boolean }} ScriptFree */

/**
 * Tells reading pages by their address, from what the build recorded.
 * @param {Record<string, string>} routes app-path-routes-manifest.json: a page's file -> its route
 * @returns {(path: string) => boolean} `path` is without a query
 */
export function createReadingPageTest(routes) {
  const patterns = Object.entries(routes)
    .filter(([file]) => file.startsWith('/(reading)/') && file.endsWith('/page'))
    .map(([, route]) =>
      route
        .split('/')
        .map((part) => (part.startsWith('[') ? '[^/]+' : part.replace(/[^\w-]/g, '\\$&')))
        .join('/'),
    )
  const pattern = new RegExp(`^(?:${patterns.join('|')})$`)
  return (path) => patterns.length > 0 && pattern.test(path === '/' ? path : path.replace(/\/$/, ''))
}

// Next's own are inline, or files of its build. Data blocks, whose type isn't executable, and our own small
// files stay. Text that a person has written can't match: React escapes its `<`.
const frameworkScript =
  /<script(?![^>]*\btype="application\/(?:ld\+)?json")(?![^>]*\bsrc="(?!\/_next\/))[^>]*>[^]*?<\/script>/g
// Fonts are `optional`, and must not delay the page itself.
const fontPreload = /<link(?=[^>]*\bas="font")/g
const scriptPreload = /<link(?=[^>]*\brel="(?:preload|modulepreload)")(?=[^>]*\bas="script")[^>]*>/g

/**
 * Takes Next's scripts out of a page.
 * @param {string} html
 * @returns {ScriptFree}
 */
export function withoutScripts(html) {
  const kept = html
    .replace(frameworkScript, '')
    .replace(scriptPreload, '')
    .replace(fontPreload, '<link fetchpriority="low"')
  return { html: kept, ownScripts: /<script[^>]*\bsrc="/.test(kept) }
}

/**
 * Tightens a page's policy, now that it needs no inline scripts.
 * @param {string} policy the Content-Security-Policy of all pages
 * @param {{ ownScripts: boolean, styleSources: string[] }} needs whether one of our own files still has to run, and
 * the styles in the page
 */
export function tightenPolicy(policy, { ownScripts, styleSources }) {
  return policy
    .replace(/script-src [^;]*/, `script-src ${ownScripts ? "'self'" : "'none'"}`)
    .replace(/style-src [^;]*/, ['style-src', "'self'", ...styleSources].join(' '))
}
