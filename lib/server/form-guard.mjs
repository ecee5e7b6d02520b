import { IncomingMessage } from 'node:http'
import { readActionBody } from './action-body.mjs'
import { refuse } from './refusal.mjs'

/** @typedef {import('node:http').ServerResponse} Response */
/** @typedef {(req: IncomingMessage, res: Response) => unknown} Handler */
/** @typedef {Record<string, { workers: Record<string, unknown> }>} Actions */

const malformed = 'What arrived is not what this page’s form sends. Go back, load the page again and try once more.'
const unknown = 'The site has changed since you opened that page. Go back, load the page again and try once more.'

/**
 * Lets only those POSTs through that a form of the page sends. Next answers a broken one with a 500,
 * as if the fault were ours, and sends one for an action of another page to itself, which would hide
 * the visitor's address. What is let through and fails is a fault of ours, and stays a 500.
 * @param {Handler} handler gets the request with its body written anew
 * @param {Actions} actions by id, with the pages that have them, as the build wrote them down
 * @returns {Handler}
 */
export function withFormGuard(handler, actions) {
  const pages = new Map(Object.entries(actions).map(([id, { workers }]) => [id, Object.keys(workers).map(composePattern)]))
  return async (req, res) => {
    const path = (req.url ?? '/').replace(/[?#].*$/s, '')
    if (req.method !== 'POST' || /^\/(?:staff\/)?api\//.test(path)) return handler(req, res)
    const body = await readBody(req)
    if (!body) return res.destroy() // the visitor has left
    const id = req.headers['next-action']
    const action = await readActionBody(id && String(id), req.headers['content-type'] ?? '', body, { takesFiles: path.startsWith('/staff/') })
    if (!action) return refuse(res, 400, malformed)
    if (!pages.get(action.id)?.some((page) => page.test(path))) return refuse(res, 409, unknown)
    return handler(replay(req, action), res)
  }
}

/** @param {string} worker such as app/take-action/[slug]/page, or app/(reading)/page, whose group is no part of the address */
function composePattern(worker) {
  const path = worker.replace(/^app|\/\([^/]+\)|\/page$/g, '').replace(/\[[^/]+\]/g, '[^/]+')
  return new RegExp(`^${path || '/'}$`)
}

/** @param {IncomingMessage} req */
async function readBody(req) {
  const chunks = []
  try {
    for await (const chunk of req) chunks.push(chunk)
    return Buffer.concat(chunks)
  } catch {
    return null
  }
}

/** @param {IncomingMessage} req @param {{ contentType: string, body: Buffer }} action */
function replay(req, { contentType, body }) {
  const { method, url, httpVersion, httpVersionMajor, httpVersionMinor } = req
  const headers = { ...req.headers, 'content-type': contentType, 'content-length': String(body.length) }
  const whole = Object.assign(new IncomingMessage(req.socket), { method, url, httpVersion, httpVersionMajor, httpVersionMinor, headers, complete: true })
  whole.push(body)
  whole.push(null)
  return whole
}
