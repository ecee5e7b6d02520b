/** @typedef {import('node:http').IncomingMessage} Request */

/**
 * Reads a whole body, unless it is too long. Then the rest is left unread, for `refuse` to drop.
 * @param {Request} req
 * @param {number} maxBytes
 * @returns {Promise<{ outcome: 'read', body: Buffer } | { outcome: 'too-long' } | { outcome: 'gone' }>} `gone`: the visitor has left
 */
export async function readBody(req, maxBytes) {
  if (Number(req.headers['content-length']) > maxBytes) return { outcome: 'too-long' }
  const chunks = []
  let bytes = 0
  try {
    // Leaving the loop must not close the connection, since we still have to answer on it.
    for await (const chunk of req.iterator({ destroyOnReturn: false })) {
      bytes += chunk.length
      if (bytes > maxBytes) return { outcome: 'too-long' }
      chunks.push(chunk)
    }
    return { outcome: 'read', body: Buffer.concat(chunks) }
  } catch {
    return { outcome: 'gone' }
  }
}
