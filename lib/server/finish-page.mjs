// What Next has made, in the form in which it leaves.
import { composeTag, isTagKnown } from './entity-tag.mjs'
import { chooseEncoding, encode, isCompressible } from './encode.mjs'
import { inlineStyles } from './inline-styles.mjs'
import { composeRefusal } from './refusal.mjs'
import { tightenPolicy, withoutScripts } from './script-free.mjs'

/** @typedef {import('./capture.mjs').Request} Request */
/** @typedef {import('./capture.mjs').Response} Response */
/** @typedef {import('node:http').OutgoingHttpHeaders} Headers */
/** @typedef {{ status: number, headers: Headers, body: Buffer }} Whole */
/** @typedef {Whole & { tag: string, encoded: Partial<Record<import('./encode.mjs').Encoding, Buffer>> }} Ready `encoded` lacks encodings that are no smaller */

const faultText =
  'This is our fault, and nothing you typed was stored. Please try again in a few minutes. You can also write to any MP by post: House of Commons, London SW1A 0AA. If you or a child is in danger, call 999.'

// What the connection says about itself, and not about the answer; and what Next says to its own router.
const dropped = /^(?:connection|keep-alive|transfer-encoding|date|content-length|content-encoding|x-nextjs-.*)$/

/**
 * Takes the answer that `capture` has left on a response.
 * @param {Response} res
 * @param {Buffer} body
 * @param {{ isReading: boolean, readSheet: Parameters<typeof inlineStyles>[1] }} options whether it leaves without scripts, and where its styles are
 * @returns {Whole}
 */
export function finishPage(res, body, { isReading, readSheet }) {
  const status = res.statusCode
  /** @type {Headers} */
  const headers = Object.fromEntries(Object.entries(res.getHeaders()).filter(([name]) => !dropped.test(name)))
  const isHtml = typeOf(headers).startsWith('text/html')
  // Next's own page for a fault is empty where no script runs.
  if (status >= 500 && isHtml) return { status, headers, body: Buffer.from(composeRefusal(faultText)) }
  // The page that says that there is none has nothing to take over either.
  if (!isHtml || body.length === 0 || !(isReading || status === 404)) return { status, headers, body }
  const { html: bare, ownScripts } = withoutScripts(body.toString())
  const { html, sources } = inlineStyles(bare, readSheet)
  headers['content-security-policy'] = tightenPolicy(String(headers['content-security-policy'] ?? ''), { ownScripts, styleSources: sources })
  return { status, headers, body: Buffer.from(html) }
}

/** @param {Headers} headers */
export function typeOf(headers) {
  return String(headers['content-type'] ?? '')
}

/**
 * Compresses an answer for all who will get it, and names it by its bytes.
 * @param {Whole} whole
 * @returns {Promise<Ready>}
 */
export async function prepare({ status, headers, body }) {
  const isSmaller = isCompressible(typeOf(headers), body.length)
  const [br, gzip] = isSmaller ? await Promise.all([encode(body, 'br'), encode(body, 'gzip')]) : []
  const tag = composeTag(body, String(headers['content-security-policy']))
  const others = { ...headers }
  delete others.etag // Next's, of the page before it was finished
  return {
    status,
    headers: { ...others, ...(status === 200 && { etag: tag }), ...(isSmaller && { vary: 'Accept-Encoding' }), 'accept-ranges': 'none' },
    body,
    tag,
    encoded: { ...(br && { br }), ...(gzip && { gzip }) },
  }
}

/**
 * Sends what `prepare` has made ready; to HEAD all but the body.
 * @param {Ready} ready
 * @param {Request} req
 * @param {Response} res
 */
export function sendReady({ status, headers, body, tag, encoded }, req, res) {
  for (const name of res.getHeaderNames()) if (!(name in headers)) res.removeHeader(name)
  if (status === 200 && isTagKnown(req.headers['if-none-match'], tag)) return res.writeHead(304, headers).end()
  const encoding = chooseEncoding(req)
  const sent = encoded[encoding]
  const own = sent ? { ...headers, 'content-encoding': encoding } : headers
  res.writeHead(status, { ...own, 'content-length': (sent ?? body).length })
  return req.method === 'HEAD' ? res.end() : res.end(sent ?? body)
}

/**
 * Compresses and sends an answer that is this visitor's alone.
 * @param {Whole} whole
 * @param {Request} req
 * @param {Response} res
 */
export async function sendOnce({ status, headers, body }, req, res) {
  for (const name of res.getHeaderNames()) if (!(name in headers)) res.removeHeader(name)
  const mayShrink = isCompressible(typeOf(headers), body.length)
  const encoding = mayShrink ? chooseEncoding(req) : 'identity'
  const { etag } = headers
  if (status === 200 && typeof etag === 'string' && isTagKnown(req.headers['if-none-match'], etag)) return res.writeHead(304, headers).end()
  const sent = await encode(body, encoding)
  res.writeHead(status, {
    ...headers,
    ...(mayShrink && { vary: [headers.vary ?? [], 'Accept-Encoding'].flat().join(', ') }),
    ...(encoding !== 'identity' && { 'content-encoding': encoding }),
    // A body that must not be there has no length either.
    ...(status !== 204 && status !== 304 && { 'content-length': sent.length }),
  })
  return req.method === 'HEAD' ? res.end() : res.end(sent)
}
