// Everything a request passes through on its way to Next, in order. FRONT_OFF leaves out links by name, PAGE_CACHE=off
// stops caching pages, and FRONT=plain leaves out everything: see lib/server/README.md.
import { createActionRoute } from './action-route.mjs'
import { answerAlone } from './answer-alone.mjs'
import { createAskNext } from './ask-next.mjs'
import { dropForwardedHeaders, dropInternalHeaders } from './drop-headers.mjs'
import { createFallback } from './fallback.mjs'
import { guardForms } from './form-guard.mjs'
import { createFormQueue } from './form-queue.mjs'
import { refuseUnclearHost } from './host-guard.mjs'
import { composeLinks } from './link.mjs'
import { nameSource } from './name-source.mjs'
import { nameVisitor } from './name-visitor.mjs'
import { createPageCache } from './page-cache.mjs'
import { watchEventLoop } from './pressure.mjs'
import { refuseForeignPosts } from './refuse-foreign-posts.mjs'
import { refuseManyParameters, refuseOddMethods } from './refuse-odd-requests.mjs'
import { resolveAddress } from './resolve-address.mjs'
import { composeOwnHeaders, sendSecurityHeaders } from './send-security-headers.mjs'
import { createVisitorCosts } from './visitor-costs.mjs'

/** @typedef {import('../../shared/front.mjs').LinkName} LinkName */
/** @typedef {import('./link.mjs').Link} Link */
/** @typedef {import('./link.mjs').Handler} Handler */
/**
 * What the chain needs: the settings, what the build recorded (see lib/server/read-build.mjs), and a check for whether
 * someone is signed in.
 * @typedef {Pick<import('../settings.mjs').Settings, 'trustedProxy' | 'siteHost' | 'visitorShare' | 'isKeepingPages'>
 *   & Omit<import('../read-build.mjs').Build, 'prerendered'> & {
 *   off: ReadonlySet<LinkName>,
 *   paths: import('./known-paths.mjs').KnownPaths,
 *   files: ReturnType<typeof import('./static-files.mjs').readStaticFiles>,
 *   hasSession: (cookie: string) => Promise<boolean>,
 * }} Site
 */

/**
 * Builds the chain in front of Next.
 * @param {Site} site `off` names the links to leave out
 * @param {Handler} handler Next's
 * @returns {{ handle: Handler, forgetPages: () => void }} `forgetPages` invalidates every page in the cache
 */
export function createChain(site, handler) {
  const { actions, hasSession, paths, readSheet, siteHost } = site
  const forms = createFormQueue()
  const fallback = createFallback({ host: siteHost, previewId: site.previewId })
  const costs = site.visitorShare > 0 ? createVisitorCosts({ share: site.visitorShare }) : undefined
  const finish = { readSheet }
  const pages = createPageCache(createAskNext(fallback.obey(handler)), {
    ...finish,
    paths,
    newPageHeaders: site.newPageHeaders,
    isKeeping: site.isKeepingPages,
    costs,
    fallbackHeaders: fallback.headers,
  })

  /** @type {[LinkName | 'page-cache', Link][]} */
  const chain = [
    // What the chain itself answers, refusals above all, needs the headers that Next gives its own answers.
    ['security-headers', sendSecurityHeaders(composeOwnHeaders(site.securityHeaders))],
    // Every limit goes by the visitor's address, and nobody may choose their own.
    ['visitor-address', nameVisitor(site)],
    // A form posted to the page's own address has the link's tag only there, where Next doesn't look.
    ['source-tag', nameSource],
    // Next believes anyone's word for the host and the protocol.
    ['forwarded-headers', dropForwardedHeaders(site.trustedProxy)],
    // An unknown address costs Next a render, and its not-found page is empty without JavaScript.
    ['known-paths', resolveAddress(paths)],
    // Some of Next's own headers and cookies make it answer with something other than the page.
    ['internal-headers', dropInternalHeaders],
    // Next answers methods that no address accepts in its own way, without our page.
    ['methods', refuseOddMethods],
    // Next's work grows with the square of the number of parameters.
    ['parameters', refuseManyParameters],
    // Next answers a POST from another site with a 500, and runs its action if a header claims that it is ours.
    ['posts', refuseForeignPosts(siteHost)],
    // Given two hosts, a proxy may use the first and Next the last.
    ['host', refuseUnclearHost],
    // Next reads a file for each request and sends it uncompressed; these are in memory, compressed at build time.
    ['files', site.files.link],
    // Reports are most of the requests on a busy evening, and cost Next twenty times as much.
    ['reports', createActionRoute({ getLoopDelayMs: watchEventLoop() })],
    // If the queue is full, a form is refused before its body is read.
    ['form-queue', forms.refuseWhenFull],
    // Next answers a broken form with a 500, has no limits on fields or values, and sends a form meant for another page
    // to itself.
    ['form-guard', guardForms({ actions, hasSession })],
    // A hundred forms in a second would keep every page waiting for a second.
    ['form-queue', forms.wait],
    // The answer to a form is for one visitor, so it may be rendered without the database.
    ['form-fallback', fallback.allowForms],
    // Next renders and compresses a page for each request, and has nothing to show when it can't.
    ['page-cache', pages.link],
  ]
  const links = chain.filter(([name]) => name === 'page-cache' || !site.off.has(name)).map(([, link]) => link)
  return {
    handle: composeLinks(links, answerAlone(handler, { ...finish, hasSession, costs })),
    forgetPages: pages.forget,
  }
}
