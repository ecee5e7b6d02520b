// What visitors get while the database is away: pages from the shipped facts, marked as such, and answers
// to their forms.
import { AsyncLocalStorage } from 'node:async_hooks'
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { capture } from './capture.mjs'

/** @typedef {import('./capture.mjs').Handler} Handler */
/** @typedef {{ headers: import('node:http').OutgoingHttpHeaders, body: Buffer, madeAt: number }} Page */

// So long a page that had to do without the database is kept.
const keptMs = 5_000
const mostKept = 1_000

/**
 * Tries a public page again that could not be made, this time allowed to do without the database, and lets
 * every answer to a form do so. lib/operations/fallback.ts asks.
 * @param {Handler} answer gives the page, or a fault
 * @param {{ handler: Handler, previewId: string }} options Next's own handler, and the id that has it make a page without keeping it for others
 * @returns {Handler}
 */
export function withFallback(answer, { handler, previewId }) {
  /** @type {AsyncLocalStorage<true>} */
  const isAllowed = new AsyncLocalStorage()
  Object.assign(globalThis, { stableFuturesFallback: isAllowed })
  /** @type {Map<string, Promise<Page | null>>} */
  const pages = new Map()

  const make = async (/** @type {string} */ url) => {
    // Next's draft mode makes a page for one visitor, by its cookie, which the guard takes from everybody else.
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
    // A fault of ours is about to leave. One with `retry-after` was meant.
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
