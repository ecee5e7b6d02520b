// Takes browsers' reports of their hand-offs. It bypasses Next, whose server actions cost twenty times as
// much: on a busy evening most requests are reports.
import { readBody } from './read-body.mjs'
import { addressHeader } from './own-headers.mjs'
import { busy, composeHeaders, findStatus, isJson, malformed, maxReportBytes } from './report-answer.mjs'
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

// Pages suffer the same delay as reports, and they come first.
const maxLoopDelayMs = 200

/**
 * Answers the two addresses where a browser gets its hand-offs counted. It only accepts JSON, which a form
 * on another site cannot send. When the server is too busy it answers 503 at once, so pages don't suffer;
 * the browser retries later, and a report counts once however often it is sent.
 * @param {{ getLoopDelayMs: () => number, maxInFlight?: number }} options how late the event loop is, and how many
 * reports can wait for the database: about 100 ms' worth. If there are more, still more are waiting in connections
 * we haven't read yet
 * @returns {import('./link.mjs').Link} passes on every other address
 */
export function createActionRoute({ getLoopDelayMs, maxInFlight = 250 }) {
  let inFlight = 0
  const findReadyVerbs = () => (inFlight >= maxInFlight || getLoopDelayMs() > maxLoopDelayMs ? null : getVerbs())

  const take = async (/** @type {Request} */ req, /** @type {'reportAction' | 'issueToken'} */ verb) => {
    const read = await readBody(req, maxReportBytes)
    const verbs = findReadyVerbs() // only now, so that a slow body doesn't hold a place
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
    if (req.method !== 'POST') return answer(req, res, 405, malformed, { allow: 'POST' })
    if (!isJson(req.headers['content-type'])) return answer(req, res, 415, malformed)
    if (!findReadyVerbs()) return answer(req, res, 503, busy)
    return take(req, verb).then((value) => answer(req, res, findStatus(value), value))
  }
}

/**
 * @param {Request} req
 * @param {Response} res
 * @param {number} status
 * @param {object} value
 * @param {import('node:http').OutgoingHttpHeaders} [more]
 */
function answer(req, res, status, value, more) {
  const body = Buffer.from(JSON.stringify(value))
  req.resume()
  res.writeHead(status, { ...composeHeaders(status), 'content-length': body.length, ...more })
  return res.end(body)
}
