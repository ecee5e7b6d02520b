// Drops headers that Next would believe, whoever sent them.

/** @typedef {import('./link.mjs').Link} Link */

const forwarded = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-port', 'x-forwarded-proto']

/**
 * Drops the headers that say where a request comes from, unless our own proxy writes them.
 * @param {string} trustedProxy the header in which our own proxy puts the visitor's address, or '' for no proxy
 * @returns {Link}
 */
export function dropForwardedHeaders(trustedProxy) {
  return (req, res, next) => {
    if (!trustedProxy) for (const name of forwarded) Reflect.deleteProperty(req.headers, name)
    return next(req, res)
  }
}

// What Next's parts tell each other, and what its router asks for, which our plain links don't use. Some of it makes
// Next answer with something other than the page. Next answers its preview cookies with cookies.
const internal =
  /^(?:cookie|rsc|next-(?!action$).*|x-(?:action|invocation|invoke|matched|middleware|next|nextjs|now|prerender|rewrite|vercel)-.*)$/

const staffPage = /^\/staff(?:[/?#]|$)/
const staffCookie = /^(?:__Secure-)?staff\.[a-z_-]+=/

/**
 * Drops what Next's parts tell each other, and all cookies except the desk's own, which are only for the desk. Comes
 * after the address is resolved, which is what says whether it is the desk's.
 * @type {Link}
 */
export function dropInternalHeaders(req, res, next) {
  const cookies = String(req.headers.cookie ?? '')
    .split(/; */)
    .filter((cookie) => staffCookie.test(cookie))
  for (const name of Object.keys(req.headers)) if (internal.test(name)) Reflect.deleteProperty(req.headers, name)
  if (cookies.length > 0 && staffPage.test(req.url ?? '')) req.headers.cookie = cookies.join('; ')
  return next(req, res)
}
