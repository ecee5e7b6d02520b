import { IncomingMessage } from 'node:http'
import { readActionId } from './action-body.mjs'
import { findBodyLimits } from './body-limits.mjs'
import { refuseBusy } from './form-queue.mjs'
import { readMultipart } from './multipart.mjs'
import { readBody } from './read-body.mjs'
import { refuse } from './refusal.mjs'

/** @typedef {Record<string, { workers: Record<string, unknown> }>} Actions */

const malformed = 'What arrived is not what this page’s form sends. Go back, load the page again and try once more.'
const tooLong = 'That is too long. Go back, shorten your text and try again.'
const tooLargeFile = 'That is too large. A file can be at most 5 MB. Go back and choose a smaller one.'
const signedOut =
  'You have been signed out, and you need to be signed in to send this much. Nothing has changed. Sign in from another tab, then send this again.'
const unchecked = 'We can’t check who is signed in just now. Nothing has changed. Try again in a minute.'
const unknown = 'The site has changed since you opened that page. Go back, load the page again and try once more.'

/**
 * Only lets through POSTs that one of the page's forms would send, and none that are too long. Next answers
 * a broken one with a 500, as if it were our fault, and sends one meant for another page's action to itself,
 * which would hide the visitor's address. If a POST gets through and fails, that is our fault and stays a
 * 500.
 * @param {{ actions: Actions, hasSession: (cookie: string) => Promise<boolean> }} options `actions` by id, with the
 * pages that use them, as recorded by the build; `hasSession` tells whether someone is signed in, from the cookies
 * that earlier links have left
 * @returns {import('./link.mjs').Link} passes on the request with its body
 */
export function guardForms({ actions, hasSession }) {
  const pages = new Map(
    Object.entries(actions).map(([id, { workers }]) => [id, Object.keys(workers).map(composePattern)]),
  )
  return async (req, res, next) => {
    if (req.method !== 'POST') return next(req, res)
    const path = (req.url ?? '/').replace(/[?#].*$/s, '')
    const { cookie, 'content-type': contentType = '', 'next-action': id } = req.headers
    const limits = await findBodyLimits(path, async () => cookie !== undefined && hasSession(cookie)).catch(() => null)
    if (!limits) return refuse(res, 503, unchecked, { 'retry-after': '60' })
    const isForm = contentType.startsWith('multipart/')
    const read = await readBody(req, isForm ? limits.maxBytes : limits.maxTextBytes)
    if (read.outcome === 'gone') return res.destroy()
    if (read.outcome === 'crowded') return refuseBusy(res)
    if (read.outcome === 'too-long')
      return limits.isSignInMissing
        ? refuse(res, 401, signedOut)
        : refuse(res, 413, limits.takesFiles ? tooLargeFile : tooLong)
    const { body } = read
    if (/^\/(?:staff\/)?api\//.test(path))
      return isForm && !readMultipart(contentType, body, limits)
        ? refuse(res, 400, malformed)
        : next(withBody(req, body), res)
    const action = readActionId(id && String(id), contentType, body, limits)
    if (action === null) return refuse(res, 400, malformed)
    if (!pages.get(action)?.some((page) => page.test(path))) return refuse(res, 409, unknown)
    return next(withBody(req, body), res)
  }
}

/**
 * @param {string} worker such as app/take-action/[slug]/page, or app/(reading)/page, whose group isn't part of the
 * address
 */
function composePattern(worker) {
  const path = worker.replace(/^app|\/\([^/]+\)|\/page$/g, '').replace(/\[[^/]+\]/g, '[^/]+')
  return new RegExp(`^${path || '/'}$`)
}

/**
 * The same request, with the body we have read from it, byte for byte.
 * @param {IncomingMessage} req
 * @param {Buffer} body
 */
function withBody(req, body) {
  const { method, url, httpVersion, httpVersionMajor, httpVersionMinor } = req
  const headers = { ...req.headers, 'content-length': String(body.length) }
  const whole = Object.assign(new IncomingMessage(req.socket), {
    method,
    url,
    httpVersion,
    httpVersionMajor,
    httpVersionMinor,
    headers,
    complete: true,
  })
  whole.push(body)
  whole.push(null)
  return whole
}
