// Holds back what Next sends until it is complete, so that we can change, compress and cache it.

/** @typedef {import('./link.mjs').Request} Request */
/** @typedef {import('./link.mjs').Response} Response */
/** @typedef {import('./link.mjs').Handler} Handler */

/**
 * Lets a handler answer without sending anything. It sets the status and headers of the response, which then
 * works normally again and hasn't been ended.
 * @param {Handler} handler
 * @param {Request} req
 * @param {Response} res
 * @returns {Promise<Buffer>} the body; never settles when the visitor leaves before it is complete
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
