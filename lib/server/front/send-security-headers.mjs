/**
 * Gives every answer the security headers. Next has its own from the same list; this is for what the chain answers.
 * @param {{ key: string, value: string }[]} securityHeaders
 * @returns {import('./link.mjs').Link}
 */
export function sendSecurityHeaders(securityHeaders) {
  return (req, res, next) => {
    for (const { key, value } of securityHeaders) res.setHeader(key, value)
    return next(req, res)
  }
}
