// Takes browsers' reports of their hand-offs. It bypasses Next, whose server actions cost twenty times as
// much: on a busy evening most requests are reports.
import { readBody } from './read-body.mjs'
import { addressHeader } from './own-headers.mjs'
import { parseJson } from './small-json.mjs'
import { getVerbs } from '../verbs.mjs'

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */

/** @type {Map<string, 'reportAction' | 'issueToken'>} */
const routes = new Map([
  ['/api/actions', 'reportAction'],
  ['/api/actions/token', 'issueToken'],
])

/** The addresses this route answers. */
export const actionPaths = [...routes.keys()]

// A report is about 300 bytes.
const maxBodyBytes = 1_000
// Pages suffer the same delay as reports, and they come first.
const maxLoopDelayMs = 200

const busy = { outcome: 'busy' }
const retryAfterSeconds = 10
const limitedForSeconds = 60

/**
 * Answers the two addresses where a browser gets its hand-offs counted. It only accepts JSON, which a form
 * on another site cannot send. When the server is too busy it answers 503 at once, so pages don't suffer;
 * the browser retries later, and a report counts once however often it is sent.
 * @param {{ getLoopDelayMs: () => number, maxInFlight?: number }} options how late the event loop is, and how many reports can wait for
 * the database: about 100 ms' worth. If there are more, still more are waiting in connections we haven't read yet
 * @returns {import('./link.mjs').Link} passes on every other address
 */
export function createActionRoute({ getLoopDelayMs, maxInFlight = 250 }) {
  let inFlight = 0
  const findReadyVerbs = () => (inFlight >= maxInFlight || getLoopDelayMs() > maxLoopDelayMs ? null : getVerbs())

  const take = async (/** @type {Request} */ req, /** @type {'reportAction' | 'issueToken'} */ verb) => {
    const read = await readBody(req, maxBodyBytes)
    const verbs = findReadyVerbs() // only now, so that a slow body holds no place
    if (!verbs || read.outcome === 'crowded') return busy
    const request = read.outcome === 'read' ? parseJson(read.body.toString()) : undefined
    inFlight++
    try {
      return await verbs[verb](request, { address: String(req.headers[addressHeader]) }, new Date())
    } catch (error) {
      console.error(error)
      return busy
    } finally {
      inFlight--
    }
  }

  return (req, res, next) => {
    const verb = routes.get(req.url ?? '')
    if (!verb) return next(req, res)
    if (req.method !== 'POST') return answer(req, res, 405, { outcome: 'malformed' }, { allow: 'POST' })
    if (!/^application\/json(?:;|$)/.test(req.headers['content-type'] ?? ''))
      return answer(req, res, 415, { outcome: 'malformed' })
    if (!findReadyVerbs()) return answer(req, res, 503, busy)
    return take(req, verb).then((value) => answer(req, res, statusOf(value.outcome), value))
  }
}

/** @param {string} outcome */
function statusOf(outcome) {
  return { malformed: 400, limited: 429, busy: 503 }[outcome] ?? 200
}

/** @param {Request} req @param {Response} res @param {number} status @param {object} value @param {import('node:http').OutgoingHttpHeaders} [more] */
function answer(req, res, status, value, more) {
  const body = Buffer.from(JSON.stringify(value))
  const retryAfter = status === 503 ? retryAfterSeconds : status === 429 ? limitedForSeconds : null
  req.resume()
  if (retryAfter) res.setHeader('retry-after', retryAfter)
  res.writeHead(status, {
    'content-type': 'application/json',
    'content-length': body.length,
    'cache-control': 'no-store',
    ...more,
  })
  return res.end(body)
}
