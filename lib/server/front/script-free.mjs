// Reading pages without the framework's scripts. Next puts about 117 kB (Brotli) of JavaScript and the
// page's data into every page, to take over in the browser. The pages below app/(reading) have nothing
// to take over, and their forms work as plain HTML: what they do not need is left out of the answer.

/** @typedef {{ html: string, ownScripts: boolean }} ScriptFree */

/**
 * Tells reading pages by their address, from what the build wrote down.
 * @param {Record<string, string>} routes app-path-routes-manifest.json: file of a page -> its route
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

// Next's own are inline, or files of its build. Data blocks, which have a type that is not run, and our
// own small files stay. Text that a person has written cannot look like this: React escapes its `<`.
const frameworkScript =
  /<script(?![^>]*\btype="application\/(?:ld\+)?json")(?![^>]*\bsrc="(?!\/_next\/))[^>]*>[^]*?<\/script>/g
// Fonts are `optional`, and must not come before the page itself.
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
 * The page's policy, now that it needs no inline script.
 * @param {string} policy Content-Security-Policy of all pages
 * @param {{ ownScripts: boolean, styleSources: string[] }} needs whether a file of ours still has to run, and the styles in the page
 */
export function tightenPolicy(policy, { ownScripts, styleSources }) {
  return policy
    .replace(/script-src [^;]*/, `script-src ${ownScripts ? "'self'" : "'none'"}`)
    .replace(/style-src [^;]*/, ['style-src', "'self'", ...styleSources].join(' '))
}
