// Whole answers in the form in which they leave, kept for a second. Next makes and compresses a page
// anew for each request, even when it has it in its own cache; under load that is most of the cost.
import { capture } from './capture.mjs'
import { chooseEncoding, encode } from './encode.mjs'
import { inlineStyles } from './inline-styles.mjs'
import { composeRefusal } from './refusal.mjs'
import { tightenPolicy, withoutScripts } from './script-free.mjs'

/** @typedef {import('./capture.mjs').Request} Request */
/** @typedef {import('./capture.mjs').Response} Response */
/** @typedef {import('./capture.mjs').Handler} Handler */
/** @typedef {import('node:http').OutgoingHttpHeaders} Headers */
/** @typedef {Parameters<typeof inlineStyles>[1]} ReadSheet */
/**
 * @typedef {{
 *   status: number, headers: Headers, body: Buffer, encoded: Partial<Record<string, Promise<Buffer>>>,
 *   isForEver: boolean, freshUntil: number,
 * }} Whole
 */

// Every one of the 650 seats, the site's files, and some.
const mostKept = 1000

// While the database is down a page can only be shown as it was.
const staleOnErrorMs = 24 * 3_600_000

const faultText =
  'This is our fault, and nothing you typed was stored. Please try again in a few minutes. You can also write to any MP by post: House of Commons, London SW1A 0AA. If you or a child is in danger, call 999.'

// What the connection says about itself, and not about the answer.
const ofConnection = new Set(['connection', 'keep-alive', 'transfer-encoding', 'date', 'content-length', 'content-encoding'])

// A request that has one of these may be owed something else than what everybody sees.
const special = new Set(['authorization', 'cookie', 'range', 'rsc', 'x-prerender-revalidate'])

/**
 * Answers with whole, compressed answers, and repeated requests for the same public page or file from
 * memory. When a page cannot be made, the last good one is shown instead. A page that Next calls cacheable for everybody (`s-maxage`) is the same whatever its query
 * says, so links with tags share it; a page that reads its query is never called so.
 * @param {Handler} handler answers everything else
 * @param {{
 *   freshMs?: number, now?: () => number, isReadingPage?: (path: string) => boolean, readSheet?: ReadSheet,
 * }} [options] how long a page is kept, a clock in ms, which pages leave without scripts, and where their styles are
 * @returns {Handler & { forget: () => void }} `forget` has every page made anew, also those that are being made
 */
export function withPageCache(handler, { freshMs = 1000, now = () => performance.now(), isReadingPage = () => false, readSheet = () => null } = {}) {
  /** @type {Map<string, Whole>} */
  const kept = new Map()
  let forgotten = 0

  const answer = async (/** @type {Request} */ req, /** @type {Response} */ res) => {
    const before = forgotten
    const path = (req.url ?? '/').replace(/[?#].*$/s, '')
    if (path.startsWith('/staff/api/')) return handler(req, res) // sent as it is made: how far a long task is
    const isForAll = isForEverybody(req, path)
    const found = isForAll ? kept.get(path) : undefined
    if (found && found.freshUntil > now()) return send(found, req, res)

    const { 'if-none-match': known, 'accept-encoding': accepted } = req.headers
    req.headers['accept-encoding'] = 'identity'
    if (isForAll) delete req.headers['if-none-match'] // the whole of it is wanted; `send` compares
    const body = await capture(handler, req, res)
    Object.assign(req.headers, { 'accept-encoding': accepted, ...(known && { 'if-none-match': known }) })

    // The page that says that there is none has nothing to take over either.
    const whole = finish(res, body, isReadingPage(path) || res.statusCode === 404, readSheet)
    if (whole.status >= 500 && found && found.freshUntil + staleOnErrorMs > now()) return send(found, req, res)
    kept.delete(path)
    const { headers } = whole
    if (isForAll && whole.status === 200 && !('set-cookie' in headers)) {
      const cacheControl = String(headers['cache-control'])
      whole.isForEver = cacheControl.includes('immutable')
      const isPublicPage = typeOf(headers).startsWith('text/html') && /\bs-maxage=[1-9]/.test(cacheControl)
      if (whole.isForEver || isPublicPage) kept.set(path, { ...whole, freshUntil: whole.isForEver ? Infinity : before === forgotten ? now() + freshMs : now() })
      const [oldest] = kept.keys()
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
    }
    return send(whole, req, res)
  }

  return Object.assign(answer, {
    forget() {
      forgotten++
      // They stay for when they cannot be made.
      for (const page of kept.values()) if (!page.isForEver) page.freshUntil = Math.min(page.freshUntil, now())
    },
  })
}

/** @param {Request} req @param {string} path */
function isForEverybody({ method, headers }, path) {
  const isSpecial = (/** @type {string} */ name) => special.has(name) || name.startsWith('next-')
  return method === 'GET' && !/%|^\/api\//.test(path) && !Object.keys(headers).some(isSpecial)
}

/** @param {Headers} headers */
function typeOf(headers) {
  return String(headers['content-type'] ?? '')
}

/** @param {Response} res @param {Buffer} body @param {boolean} isReading @param {ReadSheet} readSheet @returns {Whole} */
function finish(res, body, isReading, readSheet) {
  const headers = Object.fromEntries(Object.entries(res.getHeaders()).filter(([name]) => !ofConnection.has(name)))
  const whole = { status: res.statusCode, headers, body, encoded: {}, isForEver: false, freshUntil: 0 }
  // Next's own page for a fault is empty where no script runs.
  if (whole.status >= 500 && typeOf(headers).startsWith('text/html')) return { ...whole, body: Buffer.from(composeRefusal(faultText)) }
  if (!isReading || !typeOf(headers).startsWith('text/html') || body.length === 0) return whole
  const { html: bare, ownScripts } = withoutScripts(body.toString())
  const { html, sources } = inlineStyles(bare, readSheet)
  headers['content-security-policy'] = tightenPolicy(String(headers['content-security-policy'] ?? ''), { ownScripts, styleSources: sources })
  return { ...whole, body: Buffer.from(html) }
}

/** @param {Whole} whole @param {Request} req @param {Response} res */
async function send({ status, headers, body, encoded, isForEver }, req, res) {
  const { etag } = headers
  const encoding = chooseEncoding(req, typeOf(headers), body.length)
  const own = { ...headers, vary: addVary(headers.vary), ...(encoding !== 'identity' && { 'content-encoding': encoding }) }
  for (const name of res.getHeaderNames()) if (!(name in own)) res.removeHeader(name)
  const isKnown = status === 200 && typeof etag === 'string' && (req.headers['if-none-match'] ?? '').includes(etag)
  if (isKnown) return res.writeHead(304, headers).end()
  if (req.method === 'HEAD' || body.length === 0) return res.writeHead(status, headers).end()
  const sent = await (encoded[encoding] ??= encode(body, encoding, { isForEver }))
  return res.writeHead(status, { ...own, 'content-length': sent.length }).end(sent)
}

/** @param {Headers[string]} vary */
function addVary(vary) {
  return [vary ?? [], 'Accept-Encoding'].flat().join(', ')
}
