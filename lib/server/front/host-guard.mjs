import { refuse } from './refusal.mjs'

/** @typedef {import('node:http').IncomingMessage} Request */

// A name or address, with an optional port (RFC 9110, section 7.2).
const plainHost = /^(?:[\w.-]{1,253}|\[[\da-f:.]{2,45}\])(?::\d{1,5})?$/i

/**
 * Refuses a request that doesn't say clearly, and exactly once, which host it is for (RFC 9112, section 3.2):
 * given two, one reader uses the first and another the last. HTTP/1.0 needs none. The server must not itself
 * refuse requests without a host, since that would bypass our page.
 * @type {import('./link.mjs').Link}
 */
export function refuseUnclearHost(req, res, next) {
  return hasOneHost(req) ? next(req, res) : refuse(res, 400, 'What your browser sent could not be read. Try again.')
}

/** @param {Request} req */
function hasOneHost({ rawHeaders, headers, httpVersion }) {
  const hosts = rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host').length
  return hosts === 0 ? httpVersion === '1.0' : hosts === 1 && plainHost.test(headers.host ?? '')
}
