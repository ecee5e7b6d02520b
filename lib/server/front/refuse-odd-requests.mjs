import { refuse } from './refusal.mjs'

/** @typedef {import('./link.mjs').Link} Link */

const methods = new Set(['GET', 'HEAD', 'POST', 'OPTIONS'])

/**
 * Refuses methods that no address accepts.
 * @type {Link}
 */
export function refuseOddMethods(req, res, next) {
  return methods.has(req.method ?? '')
    ? next(req, res)
    : refuse(res, 405, 'This address takes no such request.', { allow: [...methods].join(', ') })
}

// No page uses a tenth as many. Next's work grows with the square of their number: 7,750 with the same name blocked
// everyone for 1.8 s.
const maxParameters = 100

/**
 * Refuses an address with too many parameters.
 * @type {Link}
 */
export function refuseManyParameters(req, res, next) {
  const query = (req.url ?? '').replace(/^[^?#]*/, '')
  return query.split('&', maxParameters + 1).length > maxParameters
    ? refuse(res, 400, 'This address has too many parts after the question mark. Try it without them.')
    : next(req, res)
}
