import { refuse } from './refusal.mjs'

/**
 * Refuses a POST that doesn't say how long it is, or that another site's page sent. How long it can be depends on the
 * page and on who is signed in: see lib/server/front/body-limits.mjs.
 * @param {string} siteHost such as example.org: an Origin with this host is ours, whatever the Host header says
 * @returns {import('./link.mjs').Link}
 */
export function refuseForeignPosts(siteHost) {
  return (req, res, next) => {
    if (req.method !== 'POST') return next(req, res)
    if (req.headers['content-length'] === undefined)
      return refuse(res, 411, 'Your browser didn’t say how much it was sending. Please try again.')
    const { origin, host } = req.headers
    const isOurs =
      origin === undefined || [req.headers['x-forwarded-host'] ?? host, siteHost].includes(readHost(origin))
    return isOurs
      ? next(req, res)
      : refuse(res, 403, 'This form was sent from another site. Open our page itself and try again.')
  }
}

/** @param {string} origin */
function readHost(origin) {
  return URL.canParse(origin) ? new URL(origin).host : '(none)'
}
