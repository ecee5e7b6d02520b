/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */
/** @typedef {(req: Request, res: Response) => unknown} Handler */

/**
 * A link of the chain: it answers a request, or passes it on to `next`, perhaps changed.
 * @typedef {(req: Request, res: Response, next: Handler) => unknown} Link
 */

/**
 * Puts links before a handler.
 * @param {Link[]} links the first sees a request first
 * @param {Handler} handler
 * @returns {Handler}
 */
export function composeLinks(links, handler) {
  return links.reduceRight((/** @type {Handler} */ next, link) => (req, res) => link(req, res, next), handler)
}
