// What visitors get while the database is down: pages from the shipped facts, marked as such, and answers
// to their forms.
import { AsyncLocalStorage } from 'node:async_hooks'
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { capture } from './capture.mjs'

/** @typedef {import('./capture.mjs').Handler} Handler */
/** @typedef {{ headers: import('node:http').OutgoingHttpHeaders, body: Buffer, madeAt: number }} Page */

// How long to cache a page rendered without the database.
const keptMs = 5_000
const mostKept = 1_000

/**
 * When a public page can't be rendered, tries again, this time allowing it to do without the database. Every
 * answer to a form is allowed to do without it. lib/operations/fallback.ts reads that permission.
 * @param {Handler} answer gives the page, or an error
 * @param {{ handler: Handler, previewId: string }} options Next's own handler, and the id that makes it render a page without caching it for others
 * @returns {Handler}
 */
export function withFallback(answer, { handler, previewId }) {
  /** @type {AsyncLocalStorage<true>} */
  const isAllowed = new AsyncLocalStorage()
  Object.assign(globalThis, { stableFuturesFallback: isAllowed })
  /** @type {Map<string, Promise<Page | null>>} */
  const pages = new Map()

  const make = async (/** @type {string} */ url) => {
    // Next's draft mode renders a page for one visitor. Its cookie turns it on, and the guard strips that from real requests.
    const headers = { host: 'localhost', 'accept-encoding': 'identity', cookie: `__prerender_bypass=${previewId}` }
    const req = Object.assign(new IncomingMessage(new Socket()), { method: 'GET', url, headers, complete: true })
    req.push(null)
    const res = new ServerResponse(req)
    const body = await isAllowed.run(true, () => capture(handler, req, res))
    if (res.statusCode !== 200) return null
    const kept = Object.entries(res.getHeaders()).filter(([name]) => !/^(connection|keep-alive|transfer-encoding|date|etag|set-cookie|cache-control)$/.test(name))
    return { headers: { ...Object.fromEntries(kept), 'cache-control': 'no-store', 'content-length': body.length, 'x-robots-tag': 'noindex' }, body, madeAt: performance.now() }
  }
  const find = async (/** @type {string} */ path) => {
    const found = await pages.get(path)
    if (found && performance.now() - found.madeAt < keptMs) return found
    const making = make(path)
    pages.delete(path)
    pages.set(path, making)
    const [oldest] = pages.keys()
    if (pages.size > mostKept && oldest !== undefined) pages.delete(oldest)
    const page = await making
    if (!page) pages.delete(path)
    return page
  }

  return (req, res) => {
    const path = (req.url ?? '/').replace(/[?#].*$/s, '')
    const isPage = !/^\/(?:staff|api|_next|og)(?:\/|$)/.test(path)
    if (!isPage) return answer(req, res)
    if (req.method === 'POST') return isAllowed.run(true, () => answer(req, res))
    if (req.method !== 'GET') return answer(req, res)
    const { writeHead, end } = res
    // An error of ours is about to be sent. One with `retry-after` is deliberate.
    res.writeHead = (/** @type {number} */ status, /** @type {any[]} */ ...rest) => {
      res.writeHead = writeHead
      const isMeant = res.hasHeader('retry-after') || 'retry-after' in Object(rest.at(-1))
      if (status < 500 || isMeant) return Reflect.apply(writeHead, res, [status, ...rest])
      res.end = (/** @type {any[]} */ ...args) => {
        res.end = end
        void find(path)
          .catch(() => null)
          .then((page) => {
            if (!page) return Reflect.apply(writeHead, res, [status, ...rest]).end(...args)
            for (const name of res.getHeaderNames()) res.removeHeader(name)
            return res.writeHead(200, page.headers).end(page.body)
          })
        return res
      }
      return res
    }
    return answer(req, res)
  }
}
