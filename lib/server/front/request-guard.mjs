// What a request must be before Next sees it. Next answers some broken requests with a 500, writes
// parts of them into its log, and trusts forwarded headers from anybody.

import { refuse } from './refusal.mjs'
import { noteVisitor } from '../../shared/unknown-visitors.mjs'
import { readVisitorPrefix } from '../../shared/visitor-address.mjs'

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */

const methods = new Set(['GET', 'HEAD', 'POST', 'OPTIONS'])
const forwarded = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-port', 'x-forwarded-proto']

// What Next's parts tell each other, and what its router asks for, which plain links leave without
// work. Some of it makes Next answer with something else than the page. Next answers the cookies of its
// previews with cookies; only those of the staff's desk are of ours, and only there.
const internal =
  /^(?:cookie|rsc|next-(?!action$).*|x-(?:action|invocation|invoke|matched|middleware|next|nextjs|now|prerender|rewrite|vercel)-.*)$/

// No page uses a tenth as many. Next's work grows with the square of their number: 7,750 of one name blocked everyone for 1.8 s.
const maxParameters = 100

const staffPage = /^\/staff(?:[/?#]|$)/
const staffCookie = /^(?:__Secure-)?staff\.[a-z_-]+=/

/** The header that carries the prefix of the visitor's address, see app/read-visitor.ts. */
export const addressHeader = 'x-visitor-address'

/** Where the site finds the tag of the link that led here, see app/read-visitor.ts. */
export const sourceHeader = 'x-source-tag'

/**
 * Mends or refuses a request.
 * @param {{
 *   securityHeaders: { key: string, value: string }[],
 *   trustedProxy: string,
 *   siteHost: string,
 *   resolvePath: (path: string) => string,
 * }} options `trustedProxy` is the header in which our own proxy puts the visitor's address, or ''; `siteHost`, such as example.org, counts as
 * ours in an Origin whatever the Host says; for `resolvePath` see lib/server/front/known-paths.mjs
 * @returns {(req: Request, res: Response) => boolean} true when the request was refused, and answered
 */
export function createRequestGuard({ securityHeaders, trustedProxy, siteHost, resolvePath }) {
  return (req, res) => {
    for (const { key, value } of securityHeaders) res.setHeader(key, value)
    // Read before the forwarded headers are dropped; it also replaces anything the visitor sent under this name.
    const visitor = readVisitorPrefix(req, trustedProxy)
    noteVisitor(req, { visitor, trustedProxy, siteHost })
    req.headers[addressHeader] = visitor
    // A form without an action is posted to the page's own address, with the tag in it.
    const tag = new URLSearchParams(req.url?.split('?', 2)[1]).get('s') ?? ''
    if (/^[A-Za-z0-9_-]{1,40}$/.test(tag)) req.headers[sourceHeader] = tag
    else Reflect.deleteProperty(req.headers, sourceHeader)
    if (!trustedProxy) for (const name of forwarded) Reflect.deleteProperty(req.headers, name)
    const cookies = String(req.headers.cookie ?? '')
      .split(/; */)
      .filter((cookie) => staffCookie.test(cookie))
    for (const name of Object.keys(req.headers)) if (internal.test(name)) Reflect.deleteProperty(req.headers, name)
    // A whole address, which is sent to proxies, means its path; Next would redirect to its host.
    const url = (req.url ?? '/').replace(/^https?:\/\/[^/?#]*/i, '')
    const [, path = '/', rest = ''] = /^([^?#]*)(.*)$/s.exec(url) ?? []
    req.url = resolvePath(path) + rest
    if (cookies.length > 0 && staffPage.test(req.url)) req.headers.cookie = cookies.join('; ')
    if (!methods.has(req.method ?? '')) {
      return refuse(res, 405, 'This address takes no such request.', { allow: [...methods].join(', ') })
    }
    if (rest.split('&', maxParameters + 1).length > maxParameters)
      return refuse(res, 400, 'This address has too many parts after the question mark. Try it without them.')
    return req.method === 'POST' && refusePost(req, res, siteHost)
  }
}

// How long a body can be depends on the page and on who is signed in: see lib/server/front/body-limits.mjs.
/** @param {Request} req @param {Response} res @param {string} siteHost */
function refusePost(req, res, siteHost) {
  if (req.headers['content-length'] === undefined)
    return refuse(res, 411, 'Your browser didn’t say how much it was sending. Please try again.')
  const { origin, host } = req.headers
  if (origin === undefined || [req.headers['x-forwarded-host'] ?? host, siteHost].includes(hostOf(origin))) return false
  return refuse(res, 403, 'This form was sent from another site. Open our page itself and try again.')
}

/** @param {string} origin */
function hostOf(origin) {
  return URL.canParse(origin) ? new URL(origin).host : '(none)'
}
