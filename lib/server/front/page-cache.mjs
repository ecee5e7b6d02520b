// Caches whole, compressed answers until what they show has changed. Next renders and compresses a page
// again for each request, even when it is in its own cache.
//
// A cached answer comes from a request of our own that takes nothing from the visitor except the address,
// which must be one the site knows. So no visitor can change what others get, and the cache can't grow
// without end.
import { LRUCache } from 'lru-cache'
import { briefMs, judge } from './cacheability.mjs'
import { finishPage, prepare, sendReady } from './finish-page.mjs'
import { createRenderQueue } from './render-queue.mjs'
import { refuseCostly } from './visitor-costs.mjs'

/** @typedef {import('./link.mjs').Request} Request */
/** @typedef {import('./link.mjs').Response} Response */
/** @typedef {import('./finish-page.mjs').Ready} Ready */
/**
 * A cached answer. `isGood`: it can be shown when a newer one can't be rendered; `freshMs`: how long it is sent as it
 * is; `agedMs`: how long after that it is still sent while a newer one is rendered; `failedAt`: when rendering a newer
 * one last failed.
 * @typedef {Ready & {
 *   isGood: boolean,
 *   version: number,
 *   madeAt: number,
 *   freshMs: number,
 *   agedMs: number,
 *   failedAt: number,
 * }} Kept
 */

// All pages, pictures and counts for the 650 seats take about 80 MB.
const maxBytes = 100_000_000

// While the database is down we can only show the last good page.
const staleOnErrorMs = 24 * 3_600_000

// How long to show a page rendered without the database.
const fallbackMs = 5_000

// These are not pages, so they have no fallback.
const noPage = /^\/(?:api|og|supporters\/logos)\//

// How long a visitor waits for the new page before they get the previous one.
const patienceMs = 800

/**
 * Answers from memory whatever is the same for everyone, regardless of the query. When a page can't be
 * rendered, it sends the last good one instead, or failing that its fallback.
 * @param {(path: string, headers: Record<string, string>) => Promise<import('./finish-page.mjs').Whole>} ask asks Next
 * for a page
 * @param {import('./finish-page.mjs').FinishOptions & {
 *   paths: Pick<import('./known-paths.mjs').KnownPaths, 'isKept' | 'isListed'>,
 *   newPageHeaders: Record<string, string>,
 *   isKeeping?: boolean,
 *   costs?: import('./visitor-costs.mjs').VisitorCosts | undefined,
 *   fallbackHeaders?: Record<string, string> | undefined,
 *   now?: () => number,
 * }} options which addresses are the same for everyone; the headers that make Next render a page again; whether to
 * cache pages, or ask Next for each request; what a visitor may cost; the headers that make Next render a page without
 * the database; a clock in ms
 * @returns {{ link: import('./link.mjs').Link, forget: () => void }} `forget` invalidates every page, including those
 * being rendered now
 */
export function createPageCache(
  ask,
  {
    paths: { isKept, isListed },
    newPageHeaders,
    isKeeping = true,
    costs,
    fallbackHeaders,
    now = () => performance.now(),
    ...finish
  },
) {
  /** @type {LRUCache<string, Kept>} */
  const kept = new LRUCache({ maxSize: maxBytes, sizeCalculation: sizeOf })
  let version = 0
  const isLastGood = (/** @type {Kept | undefined} */ one) =>
    one !== undefined && one.isGood && now() < one.madeAt + one.freshMs + staleOnErrorMs

  const make = async (/** @type {string} */ path) => {
    const [at, madeAt] = [version, now()]
    const whole = await askFinished(path, newPageHeaders)
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
    else if (isKeeping && (made.isGood || isListed(path))) kept.set(path, made)
    return made
  }
  /** @param {string} path @returns {Promise<Kept>} one with any change made while it was being rendered */
  const makeCurrent = async (path) => {
    const made = await make(path)
    return made.version === version ? made : make(path)
  }
  const askFinished = async (/** @type {string} */ path, /** @type {Record<string, string>} */ headers) => {
    const whole = finishPage(await ask(path, headers), path, finish)
    delete whole.headers.vary // it only names headers that the chain drops
    return whole
  }
  const askFallback = async (/** @type {string} */ path) => {
    if (!fallbackHeaders || noPage.test(path)) return null
    const { status, headers, body } = await askFinished(path, fallbackHeaders)
    return status === 200
      ? { status, body, headers: { ...headers, 'cache-control': 'no-store', 'x-robots-tag': 'noindex' } }
      : null
  }
  const pages = createRenderQueue(makeCurrent, { maxAtOnce: 4 })
  // A picture takes as long as ten pages, so pages don't wait for pictures.
  const pictures = createRenderQueue(makeCurrent, { maxAtOnce: 1 })

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
    if (charge === null) return last ? sendReady(last, req, res) : refuseCostly(costs, req, res)
    const { waitMs } = queue
    const making = queue.makeNow(path).finally(charge)
    if (!last) return sendReady(await making, req, res)
    const made = waitMs > patienceMs ? null : await within(patienceMs, making)
    return sendReady(made && made.status < 500 ? made : last, req, res)
  }

  return {
    link(req, res, next) {
      const path = toPath(req.url ?? '/')
      return (req.method === 'GET' || req.method === 'HEAD') && isKept(path)
        ? answerKept(path, req, res)
        : next(req, res)
    },
    forget: () => void version++,
  }
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
