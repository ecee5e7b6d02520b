// Whether visitors' addresses are known, judging by the requests themselves: there is no other way to notice
// a proxy we haven't been told about. All we keep of a request is that there was one.

import { unknownVisitor } from './visitor-address.mjs'

/**
 * Why addresses are unknown. `proxy`: there is a proxy that TRUSTED_PROXY doesn't name. `header`: TRUSTED_PROXY names a header, but a
 * request had no address in it. `local`: someone is trying the site out on their own computer.
 * @typedef {'proxy' | 'header' | 'local'} UnknownReason
 */

const reasons = /** @type {const} */ (['proxy', 'header', 'local'])
const rememberedMs = 3_600_000

/** When we last saw each reason, in ms. @type {typeof globalThis & { stableFuturesUnknownVisitors?: Partial<Record<UnknownReason, number>> }} */
const held = globalThis

/**
 * Notes a request whose address is unknown, before its forwarded headers are dropped.
 * @param {import('node:http').IncomingMessage} req
 * @param {{ visitor: string, trustedProxy: string, siteHost: string }} options the prefix it counts under; the guard's own options
 */
export function noteVisitor({ headers, socket, url }, { visitor, trustedProxy, siteHost }) {
  const isForwarded = !trustedProxy && (headers['x-forwarded-for'] ?? headers.forwarded) !== undefined
  // Load balancers make their own health checks.
  if ((visitor !== unknownVisitor && !isForwarded) || url?.startsWith('/api/health')) return
  // A proxy on the same computer may not say that it is one, but a public site has no other visitors from there.
  const isLocal =
    !isForwarded && isLoopback(socket.remoteAddress) && /^(?:localhost|127\.0\.0\.1|\[::1\])(?::|$)/.test(siteHost)
  const seen = (held.stableFuturesUnknownVisitors ??= {})
  seen[trustedProxy ? 'header' : isLocal ? 'local' : 'proxy'] = Date.now()
}

/** Why addresses were unknown within the last hour, the worst reason first; null if they weren't. @param {Date} now */
export function findUnknownReason(now) {
  const seen = held.stableFuturesUnknownVisitors ?? {}
  return reasons.find((reason) => now.getTime() - (seen[reason] ?? -Infinity) < rememberedMs) ?? null
}

/** @param {string | undefined} address */
function isLoopback(address = '') {
  return /^(?:::ffff:)?127\.|^::1$/.test(address)
}
