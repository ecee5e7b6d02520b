// Asks Next for a page as a browser would, over a connection inside this process: an HTTP request of our own that no
// visitor can make, and that contains nothing from a visitor.
import { createServer, request } from 'node:http'
import { duplexPair } from 'node:stream'
import { buffer } from 'node:stream/consumers'

/** @typedef {import('./finish-page.mjs').Whole} Whole */

// Anything that takes longer than this counts as failed, so that it doesn't hold up the rest.
const tooLongMs = 30_000

// Next lists a page's preloads in its headers, which can be longer than we let a visitor's be.
const maxHeaderBytes = 64_000

/**
 * @param {import('./link.mjs').Handler} handler Next's
 * @param {{ timeoutMs?: number }} [options]
 * @returns {(path: string, headers: Record<string, string>) => Promise<Whole>} never rejects: a page that takes too
 * long, or breaks off, is an empty 503
 */
export function createAskNext(handler, { timeoutMs = tooLongMs } = {}) {
  // Never listens: connections are handed to it, one for each request.
  const server = createServer(handler)
  return async (path, headers) => {
    const [ours, theirs] = duplexPair()
    server.emit('connection', theirs)
    try {
      return await send({ createConnection: () => ours, path, headers, maxHeaderSize: maxHeaderBytes }, timeoutMs)
    } catch {
      return { status: 503, headers: { 'content-type': 'text/html; charset=utf-8' }, body: Buffer.alloc(0) }
    } finally {
      ours.destroy()
      theirs.destroy()
    }
  }
}

/**
 * @param {import('node:http').RequestOptions} options
 * @param {number} timeoutMs
 * @returns {Promise<Whole>}
 */
function send(options, timeoutMs) {
  return new Promise((resolve, reject) => {
    const sent = request(options, (answer) => {
      const { statusCode: status = 503, headers } = answer
      buffer(answer)
        .then((body) => resolve({ status, headers, body }), reject)
        .finally(() => clearTimeout(timer))
    })
    const timer = setTimeout(() => sent.destroy(new Error('took too long')), timeoutMs)
    sent.on('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    sent.end()
  })
}
