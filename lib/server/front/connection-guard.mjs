import { STATUS_CODES } from 'node:http'
import { composeRefusal, refuse } from './refusal.mjs'
import { composeOwnHeaders } from './send-security-headers.mjs'

/** @typedef {import('node:http').Server} Server */

/** @type {Record<string, number>} */
const statuses = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }

/**
 * Limits how long a request may take to arrive, and answers anything that isn't HTTP with our own page and
 * headers: Node's answers have neither.
 * @param {Server} server before its first request
 * @param {{ key: string, value: string }[]} securityHeaders
 */
export function guardConnections(server, securityHeaders) {
  // 100 kB at 14 kbit/s, the slowest of mobile connections.
  server.requestTimeout = 60_000
  server.headersTimeout = 20_000
  // Node silently drops everything after the thousandth header, and our proxy's own comes last. The limit of
  // 16 kB of headers still applies.
  server.maxHeadersCount = 0
  /** @type {WeakMap<import('node:stream').Duplex, import('node:http').ServerResponse>} */
  const latest = new WeakMap()
  server.on('request', (req, res) => void latest.set(req.socket, res))
  const headersOfOurs = composeOwnHeaders(securityHeaders)
  server.on('checkExpectation', (_req, res) => {
    for (const { key, value } of headersOfOurs) res.setHeader(key, value)
    refuse(res, 417, 'Your browser asked for something that this site does not do.')
  })
  server.on('clientError', (/** @type {NodeJS.ErrnoException} */ error, socket) => {
    const res = latest.get(socket)
    // In the middle of an answer, a second one would be read as part of the first.
    if (!socket.writable || (res?.headersSent && !res.writableFinished)) return socket.destroy()
    const status = statuses[error.code ?? ''] ?? 400
    const body = composeRefusal('What your browser sent could not be read. Try again.')
    const headers = [
      ...headersOfOurs.map(({ key, value }) => `${key}: ${value}`),
      'Content-Type: text/html; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
    ]
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${headers.join('\r\n')}\r\n\r\n${body}`, () =>
      socket.destroy(),
    )
  })
}
