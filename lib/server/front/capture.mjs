// What Next would send, held back until it is whole, so that it can be changed, compressed and kept.

/** @typedef {import('./link.mjs').Request} Request */
/** @typedef {import('./link.mjs').Response} Response */
/** @typedef {import('./link.mjs').Handler} Handler */

/**
 * Lets a handler answer without anything leaving: status and headers are set on the response, which
 * is then as it was before, and still to be ended.
 * @param {Handler} handler
 * @param {Request} req
 * @param {Response} res
 * @returns {Promise<Buffer>} the body; pending for ever when the visitor leaves before it is whole
 */
export function capture(handler, req, res) {
  return new Promise((resolve) => {
    const { write, end, writeHead, flushHeaders } = res
    /** @type {Buffer[]} */
    const chunks = []
    const keep = (/** @type {unknown} */ chunk, /** @type {unknown} */ encoding) => {
      if (typeof chunk === 'string') chunks.push(Buffer.from(chunk, encoding === 'latin1' ? 'latin1' : 'utf8'))
      else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
    }
    const callBack = (/** @type {unknown[]} */ args) => {
      const callback = args.find((arg) => typeof arg === 'function')
      if (typeof callback === 'function') process.nextTick(callback)
    }
    res.flushHeaders = () => undefined
    res.writeHead = (/** @type {number} */ status, /** @type {any[]} */ ...rest) => {
      res.statusCode = status
      for (const [name, value] of Object.entries(rest.at(-1) ?? {}))
        if (typeof rest.at(-1) === 'object') res.setHeader(name, value)
      return res
    }
    res.write = (/** @type {any[]} */ ...args) => {
      keep(args[0], args[1])
      callBack(args)
      return true
    }
    res.end = (/** @type {any[]} */ ...args) => {
      keep(args[0], args[1])
      Object.assign(res, { write, end, writeHead, flushHeaders })
      callBack(args)
      resolve(Buffer.concat(chunks))
      return res
    }
    handler(req, res)
  })
}
