/**
 * Gives a request's address its canonical spelling, or that of the not-found page. A whole address, which is how
 * proxies are asked, means its path; Next would redirect to its host.
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
