// Turns what Next has rendered into what we send.
import { composeTag, isTagKnown } from './entity-tag.mjs'
import { chooseEncoding, encode, isCompressible } from './encode.mjs'
import { inlineStyles } from './inline-styles.mjs'
import { composeRefusal, composeRefusalPolicy } from './refusal.mjs'
import { isDeskPage, tightenPolicy, withoutScripts } from './script-free.mjs'

/** @typedef {import('./link.mjs').Request} Request */
/** @typedef {import('./link.mjs').Response} Response */
/** @typedef {import('node:http').OutgoingHttpHeaders} Headers */
/** @typedef {{ status: number, headers: Headers, body: Buffer }} Whole */
/** @typedef {{ readSheet: Parameters<typeof inlineStyles>[1] }} FinishOptions `readSheet`: where pages' styles are */
/** @typedef {Whole & { tag: string, encoded: Partial<Record<import('./encode.mjs').Encoding, Buffer>> }} Ready `encoded` leaves out encodings that don't make it smaller */

const policyHeader = 'content-security-policy'

const faultText =
  'This is our fault, and nothing you typed was stored. Please try again in a few minutes. You can also write to any MP by post: House of Commons, London SW1A 0AA. If you or a child is in danger, call 999.'

// Headers about the connection rather than the answer, and those that Next sends its own router.
const dropped = /^(?:connection|keep-alive|transfer-encoding|date|content-length|content-encoding|x-nextjs-.*)$/

/**
 * Turns one of Next's answers into ours.
 * @param {Whole} whole what Next has sent, or would have
 * @param {string} path
 * @param {FinishOptions} options
 * @returns {Whole}
 */
export function finishPage({ status, headers: given, body }, path, { readSheet }) {
  /** @type {Headers} */
  const headers = Object.fromEntries(Object.entries(given).filter(([name]) => !dropped.test(name)))
  const isHtml = typeOf(headers).startsWith('text/html')
  const policy = String(headers[policyHeader] ?? '')
  // Next's own error page is empty without JavaScript.
  if (status >= 500 && isHtml) {
    headers[policyHeader] = composeRefusalPolicy(policy)
    return { status, headers, body: Buffer.from(composeRefusal(faultText)) }
  }
  if (isDeskPage(path, policy)) return { status, headers, body }
  if (status === 304) {
    delete headers['content-security-policy'] // the browser has ours, with the page
    return { status, headers, body }
  }
  if (!isHtml) {
    headers[policyHeader] = tightenPolicy(policy, { ownScripts: false, styleSources: [] })
    return { status, headers, body }
  }
  const { html: bare, ownScripts } = withoutScripts(body.toString())
  const { html, sources } = inlineStyles(bare, readSheet)
  headers[policyHeader] = tightenPolicy(policy, { ownScripts, styleSources: sources })
  return { status, headers, body: Buffer.from(html) }
}

/** @param {Headers} headers */
function typeOf(headers) {
  return String(headers['content-type'] ?? '')
}

/**
 * Compresses an answer for everyone who will get it, and gives it an ETag made from its bytes.
 * @param {Whole} whole
 * @returns {Promise<Ready>}
 */
export async function prepare({ status, headers, body }) {
  const isSmaller = isCompressible(typeOf(headers), body.length)
  const [br, gzip] = isSmaller ? await Promise.all([encode(body, 'br'), encode(body, 'gzip')]) : []
  const tag = composeTag(body, String(headers['content-security-policy']))
  const others = { ...headers }
  delete others.etag // Next's, from before we changed the page
  return {
    status,
    headers: {
      ...others,
      ...(status === 200 && { etag: tag }),
      ...(isSmaller && { vary: 'Accept-Encoding' }),
      'accept-ranges': 'none',
    },
    body,
    tag,
    encoded: { ...(br && { br }), ...(gzip && { gzip }) },
  }
}

/**
 * Sends what `prepare` has made ready; for HEAD, everything but the body.
 * @param {Ready} ready
 * @param {Request} req
 * @param {Response} res
 */
export function sendReady({ status, headers, body, tag, encoded }, req, res) {
  if (status === 200 && isTagKnown(req.headers['if-none-match'], tag)) return res.writeHead(304, headers).end()
  const encoding = chooseEncoding(req)
  const sent = encoded[encoding]
  const own = sent ? { ...headers, 'content-encoding': encoding } : headers
  res.writeHead(status, { ...own, 'content-length': (sent ?? body).length })
  return req.method === 'HEAD' ? res.end() : res.end(sent ?? body)
}

/**
 * Compresses and sends an answer for this visitor alone.
 * @param {Whole} whole
 * @param {Request} req
 * @param {Response} res
 */
export async function sendOnce({ status, headers, body }, req, res) {
  for (const name of res.getHeaderNames()) if (!(name in headers)) res.removeHeader(name)
  const mayShrink = isCompressible(typeOf(headers), body.length)
  const encoding = mayShrink ? chooseEncoding(req) : 'identity'
  const { etag } = headers
  if (status === 200 && typeof etag === 'string' && isTagKnown(req.headers['if-none-match'], etag))
    return res.writeHead(304, headers).end()
  const sent = await encode(body, encoding)
  res.writeHead(status, {
    ...headers,
    ...(mayShrink && { vary: [headers.vary ?? [], 'Accept-Encoding'].flat().join(', ') }),
    ...(encoding !== 'identity' && { 'content-encoding': encoding }),
    // Statuses that can't have a body must not have a length either.
    ...(status !== 204 && status !== 304 && { 'content-length': sent.length }),
  })
  return req.method === 'HEAD' ? res.end() : res.end(sent)
}
