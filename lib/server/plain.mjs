/**
 * Next alone (FRONT=plain), for an operator whose proxy does everything lib/server/front/chain.mjs does. Next renders
 * pages for each request, as it does for the chain; otherwise it would send the build's pages for ever.
 * @param {import('./front/link.mjs').Handler} handler Next's
 * @param {Pick<import('./read-build.mjs').Build, 'newPageHeaders'>} build
 * @returns {import('./front/link.mjs').Handler}
 */
export function composePlain(handler, { newPageHeaders }) {
  const { 'x-prerender-revalidate': renderAgain } = newPageHeaders
  return (req, res) => {
    if (req.method === 'GET' || req.method === 'HEAD') req.headers['x-prerender-revalidate'] = renderAgain
    return handler(req, res)
  }
}
