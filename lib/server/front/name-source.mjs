import { sourceHeader } from './own-headers.mjs'

/**
 * Says which link led here. A form is posted to the page's own address, which has the tag in it; or, from the box that
 * another page answers, with the page it is on as its referrer.
 * @type {import('./link.mjs').Link}
 */
export function nameSource(req, res, next) {
  const tag = readTag(req.url) ?? (req.method === 'POST' ? readTag(req.headers.referer) : null)
  if (tag !== null) req.headers[sourceHeader] = tag
  else Reflect.deleteProperty(req.headers, sourceHeader)
  return next(req, res)
}

/** @param {string | undefined} address */
function readTag(address) {
  const tag = new URLSearchParams(address?.split('?', 2)[1]?.split('#', 1)[0]).get('s') ?? ''
  return /^[A-Za-z0-9_-]{1,40}$/.test(tag) ? tag : null
}
