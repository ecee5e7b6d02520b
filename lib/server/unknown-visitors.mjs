// Whether visitors' addresses are known, from the requests themselves: a proxy that nobody has named
// cannot be seen otherwise. Nothing of a request is kept but that there was one.

import { unknownVisitor } from './visitor-address.mjs'

/**
 * Why addresses are unknown: `proxy`, one that TRUSTED_PROXY does not name; `header`, TRUSTED_PROXY names one that a request did
 * not have an address in; `local`, somebody tries the site at its own computer.
 * @typedef {'proxy' | 'header' | 'local'} UnknownReason
 */

const reasons = /** @type {const} */ (['proxy', 'header', 'local'])
const rememberedMs = 3_600_000

/** When each was last seen, in ms. @type {typeof globalThis & { stableFuturesUnknownVisitors?: Partial<Record<UnknownReason, number>> }} */
const held = globalThis

/**
 * Takes note of a request whose address is not known, before its forwarded headers go.
 * @param {import('node:http').IncomingMessage} req
 * @param {{ visitor: string, trustedProxy: string, siteHost: string }} options the prefix it counts under; the guard's own
 */
export function noteVisitor({ headers, socket, url }, { visitor, trustedProxy, siteHost }) {
  const isForwarded = !trustedProxy && (headers['x-forwarded-for'] ?? headers.forwarded) !== undefined
  // Load balancers ask for health themselves.
  if ((visitor !== unknownVisitor && !isForwarded) || url?.startsWith('/api/health')) return
  // A proxy at the same computer need not say that it is one: a public site has no other visitors from there.
  const isLocal = !isForwarded && isLoopback(socket.remoteAddress) && /^(?:localhost|127\.0\.0\.1|\[::1\])(?::|$)/.test(siteHost)
  const seen = (held.stableFuturesUnknownVisitors ??= {})
  seen[trustedProxy ? 'header' : isLocal ? 'local' : 'proxy'] = Date.now()
}

/** Why addresses were unknown within the last hour, the worst reason first; null when they were not. @param {Date} now */
export function findUnknownReason(now) {
  const seen = held.stableFuturesUnknownVisitors ?? {}
  return reasons.find((reason) => now.getTime() - (seen[reason] ?? -Infinity) < rememberedMs) ?? null
}

/** @param {string | undefined} address */
function isLoopback(address = '') {
  return /^(?:::ffff:)?127\.|^::1$/.test(address)
}
