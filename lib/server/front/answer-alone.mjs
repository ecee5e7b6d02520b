import { capture } from './capture.mjs'
import { finishPage, sendOnce } from './finish-page.mjs'
import { refuseCostly } from './visitor-costs.mjs'

/**
 * Has Next render an answer for this visitor alone, compresses it, and charges them for it. Staff aren't charged.
 * @param {import('./link.mjs').Handler} handler Next's
 * @param {import('./finish-page.mjs').FinishOptions & {
 *   hasSession?: (cookie: string) => Promise<boolean>,
 *   costs?: import('./visitor-costs.mjs').VisitorCosts | undefined,
 * }} options `hasSession` tells from the cookies whether a member of staff is signed in; `costs` limits other visitors
 * @returns {import('./link.mjs').Handler}
 */
export function answerAlone(handler, { hasSession = async () => false, costs, ...finish }) {
  return async (req, res) => {
    const { method } = req
    const path = (req.url ?? '/').replace(/[?#].*$/s, '')
    const { cookie } = req.headers // only the desk's are left
    const isStaff = cookie !== undefined && (await hasSession(cookie).catch(() => false))
    const charge = isStaff ? undefined : costs?.begin(req)
    if (charge === null) return refuseCostly(costs, req, res)
    if (charge) res.once('close', charge)
    if (path.startsWith('/staff/api/')) return handler(req, res) // streamed: the progress of a long task
    const { 'accept-encoding': accepted } = req.headers
    req.headers['accept-encoding'] = 'identity'
    if (method === 'HEAD') req.method = 'GET' // so that HEAD gets the same headers as GET
    const body = await capture(handler, req, res)
    Object.assign(req, { method })
    req.headers['accept-encoding'] = accepted
    return sendOnce(finishPage({ status: res.statusCode, headers: res.getHeaders(), body }, path, finish), req, res)
  }
}
