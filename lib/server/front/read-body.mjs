/** @typedef {import('node:http').IncomingMessage} Request */

/**
 * `too-long`: the rest is unread, for `refuse` to drop; `crowded`: there was no room; `gone`: the visitor has left.
 * @typedef {{ outcome: 'read', body: Buffer }
 *   | { outcome: 'too-long' }
 *   | { outcome: 'crowded' }
 *   | { outcome: 'gone' }} Read
 */

/**
 * Creates a reader of whole bodies that limits how many bytes the bodies still arriving hold between them. When
 * there is no room, the one that began first is refused: a visitor's form arrives within a second, so someone who
 * sends slowly on purpose can't keep others out.
 * @param {{ maxHeldBytes: number }} options
 * @returns {(req: Request, maxBytes: number) => Promise<Read>}
 */
export function createBodyReader({ maxHeldBytes }) {
  /** @type {Set<() => void>} */
  const arriving = new Set()
  let heldBytes = 0

  return (req, maxBytes) =>
    new Promise((resolve) => {
      if (req.destroyed) return resolve({ outcome: 'gone' })
      if (Number(req.headers['content-length']) > maxBytes) return resolve({ outcome: 'too-long' })
      /** @type {Buffer[]} */
      const chunks = []
      let bytes = 0
      const end = (/** @type {Read} */ read) => {
        arriving.delete(giveWay)
        heldBytes -= bytes
        req.off('data', take).off('end', finish).off('close', leave).off('error', leave)
        resolve(read)
      }
      const take = (/** @type {Buffer} */ chunk) => {
        bytes += chunk.length
        heldBytes += chunk.length
        if (bytes > maxBytes) return end({ outcome: 'too-long' })
        chunks.push(chunk)
        for (const oldest of arriving) if (heldBytes > maxHeldBytes) oldest()
      }
      const finish = () => end({ outcome: 'read', body: Buffer.concat(chunks) })
      const leave = () => end({ outcome: 'gone' })
      const giveWay = () => end({ outcome: 'crowded' })
      arriving.add(giveWay)
      req.on('data', take).on('end', finish).on('close', leave).on('error', leave)
    })
}

/** This process's only reader: forms and reports share its 50 MB. */
export const readBody = createBodyReader({ maxHeldBytes: 50_000_000 })
