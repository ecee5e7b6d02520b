/**
 * Gives every answer the security headers. Next sends the same list itself; this is for the chain's own answers.
 * @param {{ key: string, value: string }[]} securityHeaders
 * @returns {import('./link.mjs').Link}
 */
export function sendSecurityHeaders(securityHeaders) {
  return (req, res, next) => {
    for (const { key, value } of securityHeaders) res.setHeader(key, value)
    return next(req, res)
  }
}
