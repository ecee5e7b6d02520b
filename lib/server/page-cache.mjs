// Whole answers, kept for a second in the form in which they leave. Next makes and compresses a page
// anew for each request, even when it has it in its own cache; under load that is most of the cost.

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */
/** @typedef {(req: Request, res: Response) => unknown} Handler */
/** @typedef {{ headers: import('node:http').OutgoingHttpHeaders, body: Buffer, freshUntil: number }} Page */

// Every one of the 650 seats in two encodings, and some.
const mostPages = 1500

// What the connection says about itself, and not about the page.
const ofConnection = new Set(['connection', 'keep-alive', 'transfer-encoding', 'date', 'content-length'])

// A request that has one of these may be owed something else than the page that everybody sees.
const special = new Set(['authorization', 'cookie', 'range', 'rsc', 'x-prerender-revalidate'])

/**
 * Answers repeated requests for the same public page from memory. Only what Next calls cacheable for
 * everybody is kept (`s-maxage`), and only plain page views are answered: no query, no cookie, nothing
 * of the router's or of a form.
 * @param {Handler} handler answers everything else
 * @param {{ freshMs?: number, now?: () => number }} [options] how long a page is kept, and a clock in ms
 * @returns {Handler}
 */
export function withPageCache(handler, { freshMs = 1000, now = () => performance.now() } = {}) {
  /** @type {Map<string, Page>} */
  const pages = new Map()
  return (req, res) => {
    if (!isPageView(req)) return handler(req, res)
    const encoding = acceptsGzip(req) ? 'gzip' : 'identity'
    req.headers['accept-encoding'] = encoding
    const key = `${encoding} ${req.url}`
    const page = pages.get(key)
    if (page && page.freshUntil > now()) return send(page, req, res)
    pages.delete(key)
    record(res, (body) => {
      if (!isPublicPage(res)) return
      const headers = Object.fromEntries(Object.entries(res.getHeaders()).filter(([name]) => !ofConnection.has(name)))
      pages.set(key, { headers, body, freshUntil: now() + freshMs })
      const [oldest] = pages.keys()
      if (pages.size > mostPages && oldest !== undefined) pages.delete(oldest)
    })
    return handler(req, res)
  }
}

/** @param {Request} req */
function acceptsGzip(req) {
  return /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(String(req.headers['accept-encoding']))
}

/** @param {Request} req */
function isPageView({ method, url = '?', headers }) {
  const isSpecial = (/** @type {string} */ name) => special.has(name) || name.startsWith('next-')
  return method === 'GET' && !/[?#%]|^\/(?:_next|api)\//.test(url) && !Object.keys(headers).some(isSpecial)
}

/** @param {Response} res */
function isPublicPage(res) {
  const isHtml = String(res.getHeader('content-type')).startsWith('text/html')
  const isShared = /\bs-maxage=[1-9]/.test(String(res.getHeader('cache-control')))
  return res.statusCode === 200 && isHtml && isShared && !res.hasHeader('set-cookie')
}

/** @param {Page} page @param {Request} req @param {Response} res */
function send({ headers, body }, req, res) {
  const { etag } = headers
  const isKnown = typeof etag === 'string' && (req.headers['if-none-match'] ?? '').includes(etag)
  if (isKnown) res.writeHead(304, headers).end()
  else res.writeHead(200, { ...headers, 'content-length': body.length }).end(body)
}

/**
 * Collects what an answer sends, and hands it over once it is whole.
 * @param {Response} res
 * @param {(body: Buffer) => void} onWhole
 */
function record(res, onWhole) {
  /** @type {Buffer[]} */
  const chunks = []
  const { write, end } = res
  const keep = (/** @type {unknown} */ chunk, /** @type {unknown} */ encoding) => {
    if (typeof chunk === 'string') chunks.push(Buffer.from(chunk, encoding === 'latin1' ? 'latin1' : 'utf8'))
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
  }
  res.write = (/** @type {any[]} */ ...args) => {
    keep(args[0], args[1])
    return Reflect.apply(write, res, args)
  }
  res.end = (/** @type {any[]} */ ...args) => {
    keep(args[0], args[1])
    Reflect.apply(end, res, args)
    if (!res.destroyed) onWhole(Buffer.concat(chunks)) // destroyed: the visitor has left, perhaps halfway
    return res
  }
}
