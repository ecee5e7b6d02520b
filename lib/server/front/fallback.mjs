// What visitors get while the database is down: pages from the shipped facts, marked as such, and answers
// to their forms. lib/shared/fallback.ts asks here whether a request may go without the database.
import { AsyncLocalStorage } from 'node:async_hooks'
import { isVisitorForm } from './form-queue.mjs'

/** @typedef {import('./link.mjs').Handler} Handler */
/** @typedef {import('./link.mjs').Link} Link */

const doWithout = 'x-do-without-database'

/**
 * @param {{ host: string, previewId: string }} options the site's own host, and the id that makes Next render a page
 * without caching it for others
 * @returns `headers` are for our own request for a page that may be rendered without the database, and `obey` allows
 * it for requests with them; `allowForms` allows it for the answers to visitors' forms, which are for one visitor
 */
export function createFallback({ host, previewId }) {
  /** @type {AsyncLocalStorage<true>} */
  const isAllowed = new AsyncLocalStorage()
  Object.assign(globalThis, { stableFuturesFallback: isAllowed })
  return {
    // Next's draft mode renders a page for one visitor. A cookie turns it on, which the chain drops from real requests.
    headers: { host, cookie: `__prerender_bypass=${previewId}`, [doWithout]: '1' },
    /** @param {Handler} handler Next's, for requests of our own only @returns {Handler} */
    obey: (handler) => (req, res) =>
      req.headers[doWithout] === undefined ? handler(req, res) : isAllowed.run(true, () => handler(req, res)),
    /** @type {Link} */
    allowForms: (req, res, next) => (isVisitorForm(req) ? isAllowed.run(true, () => next(req, res)) : next(req, res)),
  }
}
