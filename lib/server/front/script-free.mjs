// Public pages without the framework's scripts. Next puts about 117 kB (Brotli) of JavaScript and the page's data into
// every page, to take over in the browser. Nothing public needs it: forms work as plain HTML, and what else runs is a
// script of our own (components/browser/). The desk keeps Next's scripts.

/** @typedef {{ html: string, ownScripts: boolean }} ScriptFree */

/**
 * Whether an answer is the desk's: only its pages get a nonce (proxy.ts). Anything else is public, so that whatever this
 * doesn't know loses its scripts rather than keeping inline ones.
 * @param {string} path without a query
 * @param {string} policy the Content-Security-Policy that Next sends
 */
export function isDeskPage(path, policy) {
  return /^\/staff(?:\/|$)/.test(path) && policy.includes("script-src 'nonce-")
}

// All but data blocks, which are not run, and our own files. Text that a person has written cannot look like this: React
// escapes its `<`.
const foreignScript =
  /<script(?![^>]*\btype="application\/(?:ld\+)?json")(?![^>]*\bsrc="\/scripts\/[\w-]+\.js")[^>]*>[^]*?<\/script>/g
// Fonts swap in, and must not come before the page itself.
const fontPreload = /<link(?=[^>]*\bas="font")/g
const scriptPreload = /<link(?=[^>]*\brel="(?:preload|modulepreload)")(?=[^>]*\bas="script")[^>]*>/g

/**
 * Takes Next's scripts out of a page.
 * @param {string} html
 * @returns {ScriptFree}
 */
export function withoutScripts(html) {
  const kept = html
    .replace(foreignScript, '')
    .replace(scriptPreload, '')
    .replace(fontPreload, '<link fetchpriority="low"')
  return { html: kept, ownScripts: /<script[^>]*\bsrc="/.test(kept) }
}

/**
 * The policy of a public answer: no inline script or style but what is listed, whatever Next has sent.
 * @param {string} policy Content-Security-Policy of all pages; '' if there is none
 * @param {{ ownScripts: boolean, styleSources: string[] }} needs whether a file of ours has to run, and the styles in the page
 */
export function tightenPolicy(policy, { ownScripts, styleSources }) {
  const others = policy.split(/; */).filter((directive) => directive && !/^(?:script|style)-src/.test(directive))
  return [
    ...others,
    `script-src ${ownScripts ? "'self'" : "'none'"}`,
    ['style-src', "'self'", ...styleSources].join(' '),
  ].join('; ')
}
