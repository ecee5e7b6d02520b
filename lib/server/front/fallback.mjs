// What visitors get while the database is down: pages from the shipped facts, marked as such, and answers
// to their forms. lib/shared/fallback.ts asks whether it may do without the database.
import { AsyncLocalStorage } from 'node:async_hooks'

/** @typedef {ReturnType<typeof createFallback>} Fallback */

/**
 * @param {{ host: string, previewId: string }} options the site's own host, and the id that makes Next render a page without caching it for others
 * @returns `allow` runs something that may do without the database; `headers` are those of a request for a page that does
 */
export function createFallback({ host, previewId }) {
  /** @type {AsyncLocalStorage<true>} */
  const isAllowed = new AsyncLocalStorage()
  Object.assign(globalThis, { stableFuturesFallback: isAllowed })
  return {
    /** @template Answer @param {() => Answer} run */
    allow: (run) => isAllowed.run(true, run),
    // Next's draft mode renders a page for one visitor. Its cookie turns it on, and the guard strips that from real requests.
    headers: { host, cookie: `__prerender_bypass=${previewId}` },
  }
}
