// Caches whole, compressed answers until what they show has changed. Next renders and compresses a page
// again for each request, even when it is in its own cache.
//
// A cached answer comes from a request of our own that takes nothing from the visitor except the address,
// which must be one the site knows. So no visitor can change what others get, and the cache can't grow
// without end.
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { LRUCache } from 'lru-cache'
import { briefMs, judge } from './cacheability.mjs'
import { capture } from './capture.mjs'
import { finishPage, prepare, sendOnce, sendReady } from './finish-page.mjs'
import { refuse } from './refusal.mjs'
import { createRenderQueue } from './render-queue.mjs'

/** @typedef {import('./capture.mjs').Request} Request */
/** @typedef {import('./capture.mjs').Response} Response */
/** @typedef {import('./capture.mjs').Handler} Handler */
/** @typedef {import('./finish-page.mjs').Ready} Ready */
/**
 * @typedef {Ready & { isGood: boolean, version: number, madeAt: number, freshMs: number, agedMs: number, failedAt: number }} Kept `isGood`: it can be
 * shown when a newer one can't be rendered; `freshMs`: how long it is sent as it is; `agedMs`: how long after that it is still sent while a
 * newer one is rendered; `failedAt`: when rendering a newer one last failed
 */

// All pages, pictures and counts for the 650 seats take about 80 MB.
const mostBytes = 100_000_000

// While the database is down we can only show the last good page.
const staleOnErrorMs = 24 * 3_600_000

// How long to show a page rendered without the database.
const fallbackMs = 5_000

// These are not pages, so they have no fallback.
const noPage = /^\/(?:api|og|supporters\/logos)\//

// How long a visitor waits for the new page before they get the previous one.
const patienceMs = 800

// Anything that takes longer than this counts as failed, so that it doesn't hold up the rest.
const tooLongMs = 30_000

const busyText =
  'We’ve had a lot of requests from your connection at once. Wait a minute, then go back and try again. What you typed is still on the page.'

/**
 * Answers from memory whatever is the same for everyone, regardless of the query. Everything else gets a
 * whole, compressed answer of its own. When a page can't be rendered, the last good one is shown instead, or
 * else its fallback.
 * @param {Handler} handler Next's
 * @param {{
 *   paths: Pick<import('./known-paths.mjs').KnownPaths, 'isKept' | 'isListed'>,
 *   newPageHeaders?: Record<string, string>,
 *   securityHeaders?: { key: string, value: string }[],
 *   isReadingPage?: (path: string) => boolean,
 *   readSheet?: (href: string) => string | null,
 *   hasSession?: (cookie: string) => Promise<boolean>,
 *   costs?: import('./visitor-costs.mjs').VisitorCosts,
 *   fallback?: import('./fallback.mjs').Fallback | undefined,
 *   now?: () => number,
 * }} options which addresses are the same for everyone; the request headers that make Next render a page again; the headers of every answer; which
 * pages are sent without scripts, and where their styles are; whether a member of staff is signed in; what any other visitor may cost; how to render a page without the database; a clock in ms
 * @returns {Handler & { forget: () => void }} `forget` invalidates every page, including those being rendered now
 */
export function withPageCache(
  handler,
  {
    paths: { isKept, isListed },
    newPageHeaders = {},
    securityHeaders = [],
    isReadingPage = () => false,
    readSheet = () => null,
    hasSession = async () => false,
    costs,
    fallback,
    now = () => performance.now(),
  },
) {
  /** @type {LRUCache<string, Kept>} */
  const kept = new LRUCache({ maxSize: mostBytes, sizeCalculation: sizeOf })
  let version = 0
  const isLastGood = (/** @type {Kept | undefined} */ one) =>
    one !== undefined && one.isGood && now() < one.madeAt + one.freshMs + staleOnErrorMs

  const make = async (/** @type {string} */ path) => {
    const [at, madeAt] = [version, now()]
    const whole = await ask(path, newPageHeaders)
    const before = kept.get(path)
    const last = before && isLastGood(before) ? before : null
    const instead = whole.status >= 500 && !last ? await askFallback(path) : null
    const ready = await prepare(instead ?? whole)
    /** @type {Kept} */
    const made = {
      ...ready,
      ...judge(path, ready),
      ...(instead && { freshMs: fallbackMs }),
      version: at,
      madeAt,
      failedAt: -Infinity,
    }
    if (last && made.status >= 500) last.failedAt = now()
    else if (made.isGood || isListed(path)) kept.set(path, made)
    return made
  }
  /** @param {string} path @returns {Promise<Kept>} including anything that changed while it was being rendered */
  const makeCurrent = async (path) => {
    const made = await make(path)
    return made.version === version ? made : make(path)
  }
  const ask = async (/** @type {string} */ path, /** @type {Record<string, string>} */ headers) => {
    const req = Object.assign(new IncomingMessage(new Socket()), {
      method: 'GET',
      url: path,
      headers: { ...headers },
      complete: true,
    })
    req.push(null)
    const res = new ServerResponse(req)
    for (const { key, value } of securityHeaders) res.setHeader(key, value)
    const body = await within(tooLongMs, capture(handler, req, res))
    if (!body) res.writeHead(503, { 'content-type': 'text/html; charset=utf-8' })
    const whole = finishPage(res, body ?? Buffer.alloc(0), { isReading: isReadingPage(path), readSheet })
    delete whole.headers.vary // it only names headers that the guard drops
    return whole
  }
  const askFallback = async (/** @type {string} */ path) => {
    if (!fallback || noPage.test(path)) return null
    const { status, headers, body } = await fallback.allow(() => ask(path, fallback.headers))
    return status === 200
      ? { status, body, headers: { ...headers, 'cache-control': 'no-store', 'x-robots-tag': 'noindex' } }
      : null
  }
  const pages = createRenderQueue(makeCurrent, { mostAtOnce: 4 })
  // A picture takes as long as ten pages, so pages don't wait for pictures.
  const pictures = createRenderQueue(makeCurrent, { mostAtOnce: 1 })

  const answerKept = async (/** @type {string} */ path, /** @type {Request} */ req, /** @type {Response} */ res) => {
    const found = kept.get(path)
    const age = found ? now() - found.madeAt : Infinity
    const isCurrent = found && (found.freshMs === Infinity || (found.version === version && age < found.freshMs))
    if (isCurrent) costs?.excuse()
    if (isCurrent) return sendReady(found, req, res)
    const last = found && isLastGood(found) ? found : null
    if (last && now() < last.failedAt + briefMs) return sendReady(last, req, res)
    const queue = path.startsWith('/og/') ? pictures : pages
    if (last && last.version === version && age < last.freshMs + last.agedMs) {
      queue.makeLater(path)
      return sendReady(last, req, res)
    }
    // The first visitor to ask is charged.
    const charge = queue.isMaking(path) ? undefined : costs?.begin(req)
    if (charge === null) return last ? sendReady(last, req, res) : refuseBusy(req, res)
    const { waitMs } = queue
    const making = queue.makeNow(path).finally(charge)
    if (!last) return sendReady(await making, req, res)
    const made = waitMs > patienceMs ? null : await within(patienceMs, making)
    return sendReady(made && made.status < 500 ? made : last, req, res)
  }

  const answerOther = async (/** @type {Request} */ req, /** @type {Response} */ res) => {
    const { method, url = '/' } = req
    const path = toPath(url)
    const { cookie } = req.headers // the desk's; the guard has dropped all others
    const isStaff = cookie !== undefined && (await hasSession(cookie).catch(() => false))
    const charge = isStaff ? undefined : costs?.begin(req)
    if (charge === null) return refuseBusy(req, res)
    if (charge) res.once('close', charge)
    if (path.startsWith('/staff/api/')) return handler(req, res) // streamed: progress of a long task
    const { 'accept-encoding': accepted } = req.headers
    req.headers['accept-encoding'] = 'identity'
    if (method === 'HEAD') req.method = 'GET' // so that HEAD gets the same headers as GET
    const body = await capture(handler, req, res)
    Object.assign(req, { method })
    req.headers['accept-encoding'] = accepted
    return sendOnce(finishPage(res, body, { isReading: isReadingPage(path), readSheet }), req, res)
  }

  const refuseBusy = (/** @type {Request} */ req, /** @type {Response} */ res) =>
    refuse(res, 429, busyText, { 'retry-after': String(costs?.secondsToWait(req) ?? 1) })

  return Object.assign(
    (/** @type {Request} */ req, /** @type {Response} */ res) => {
      const path = toPath(req.url ?? '/')
      return (req.method === 'GET' || req.method === 'HEAD') && isKept(path)
        ? answerKept(path, req, res)
        : answerOther(req, res)
    },
    { forget: () => void version++ },
  )
}

/** @param {string} url */
function toPath(url) {
  return url.replace(/[?#].*$/s, '')
}

/** @param {Kept} kept */
function sizeOf({ body, encoded }) {
  return body.length + (encoded.br?.length ?? 0) + (encoded.gzip?.length ?? 0) + 2_000
}

/**
 * @template T
 * @param {number} ms
 * @param {Promise<T>} making
 * @returns {Promise<T | null>} null when it takes longer
 */
function within(ms, making) {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), ms)
    void making.then((made) => {
      clearTimeout(timer)
      resolve(made)
    })
  })
}
