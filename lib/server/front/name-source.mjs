import { sourceHeader } from './own-headers.mjs'

/**
 * Says which link led here. A form without an `action` is posted to the page's own address, which has the tag in it.
 * @type {import('./link.mjs').Link}
 */
export function nameSource(req, res, next) {
  const tag = new URLSearchParams(req.url?.split('?', 2)[1]).get('s') ?? ''
  if (/^[A-Za-z0-9_-]{1,40}$/.test(tag)) req.headers[sourceHeader] = tag
  else Reflect.deleteProperty(req.headers, sourceHeader)
  return next(req, res)
}
