import { composeRefusalPolicy } from './refusal.mjs'

/** @typedef {{ key: string, value: string }} Header */

/**
 * The headers of what the chain answers itself: files, and the plain page where it refuses something.
 * @param {Header[]} securityHeaders of next.config.ts
 * @returns {Header[]}
 */
export function composeOwnHeaders(securityHeaders) {
  return securityHeaders.map(({ key, value }) => ({
    key,
    value: /^content-security-policy$/i.test(key) ? composeRefusalPolicy(value) : value,
  }))
}

/**
 * Gives every answer the security headers. Next has its own from the same list; this is for what the chain answers.
 * @param {Header[]} securityHeaders
 * @returns {import('./link.mjs').Link}
 */
export function sendSecurityHeaders(securityHeaders) {
  return (req, res, next) => {
    for (const { key, value } of securityHeaders) res.setHeader(key, value)
    return next(req, res)
  }
}
