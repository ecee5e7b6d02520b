/**
 * Next alone (FRONT=plain), for an operator whose proxy does all of what lib/server/front/chain.mjs does. Its pages
 * are rendered for each request, as they are for the chain: otherwise Next would send those of the build for ever.
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
