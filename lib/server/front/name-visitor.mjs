import { noteVisitor } from '../../shared/unknown-visitors.mjs'
import { readVisitorPrefix } from '../../shared/visitor-address.mjs'
import { addressHeader } from './own-headers.mjs'

/**
 * Says which visitor a request counts towards. Comes before forwarded headers are dropped, since one of them may name
 * the visitor.
 * @param {{ trustedProxy: string, siteHost: string }} options `trustedProxy`: the header in which our own proxy puts
 * the visitor's address, or ''; `siteHost`: such as example.org
 * @returns {import('./link.mjs').Link}
 */
export function nameVisitor({ trustedProxy, siteHost }) {
  return (req, res, next) => {
    const visitor = readVisitorPrefix(req, trustedProxy)
    noteVisitor(req, { visitor, trustedProxy, siteHost })
    req.headers[addressHeader] = visitor
    return next(req, res)
  }
}
