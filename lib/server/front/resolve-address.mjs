/**
 * Replaces a request's address by its canonical spelling, or by the address of the not-found page. Of a full URL,
 * which is what proxies get, only the path counts; Next would redirect to its host.
 * @param {(path: string) => string} resolvePath see lib/server/front/known-paths.mjs
 * @returns {import('./link.mjs').Link}
 */
export function resolveAddress(resolvePath) {
  return (req, res, next) => {
    const url = (req.url ?? '/').replace(/^https?:\/\/[^/?#]*/i, '')
    const [, path = '/', rest = ''] = /^([^?#]*)(.*)$/s.exec(url) ?? []
    req.url = resolvePath(path) + rest
    return next(req, res)
  }
}
