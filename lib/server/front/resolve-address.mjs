import { notFoundPath } from './known-paths.mjs'

/**
 * Replaces a request's address by its canonical spelling, or by the address of the not-found page; redirects from a
 * misspelt one to the page it means. Of a full URL,
 * which is what proxies get, only the path counts; Next would redirect to its host.
 * @param {Pick<import('./known-paths.mjs').KnownPaths, 'resolve' | 'findNear'>} paths
 * @returns {import('./link.mjs').Link}
 */
export function resolveAddress(paths) {
  return (req, res, next) => {
    const url = (req.url ?? '/').replace(/^https?:\/\/[^/?#]*/i, '')
    const [, path = '/', rest = ''] = /^([^?#]*)(.*)$/s.exec(url) ?? []
    const resolved = paths.resolve(path)
    const near =
      resolved === notFoundPath && (req.method === 'GET' || req.method === 'HEAD') ? paths.findNear(path) : null
    if (near !== null) {
      // A query, such as a link's tag, comes before the fragment.
      const [, page = near, fragment = ''] = /^([^#]*)(.*)$/.exec(near) ?? []
      res.statusCode = 308
      res.setHeader('location', page + rest + fragment)
      res.setHeader('cache-control', 'public, max-age=3600')
      return res.end()
    }
    req.url = resolved + rest
    return next(req, res)
  }
}
