// Everything a request passes on its way to Next, in order. FRONT_OFF leaves out any link by its name, PAGE_CACHE=off
// the keeping of pages, FRONT=plain all of it: see lib/server/README.md.
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
import { createReadingPageTest } from './script-free.mjs'
import { sendSecurityHeaders } from './send-security-headers.mjs'
import { createVisitorCosts } from './visitor-costs.mjs'

/** @typedef {import('../../shared/front.mjs').LinkName} LinkName */
/** @typedef {import('./link.mjs').Link} Link */
/** @typedef {import('./link.mjs').Handler} Handler */
/**
 * What the chain goes by: the settings, what the build recorded (see lib/server/read-build.mjs), and whether somebody is signed in.
 * @typedef {Omit<import('../read-build.mjs').Build, 'prerendered'> & Pick<import('../settings.mjs').Settings, 'trustedProxy' | 'siteHost' | 'visitorShare' | 'isKeepingPages'> & {
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
  const { routes, actions, hasSession, paths, readSheet, siteHost } = site
  const forms = createFormQueue()
  const fallback = createFallback({ host: siteHost, previewId: site.previewId })
  const costs = site.visitorShare > 0 ? createVisitorCosts({ share: site.visitorShare }) : undefined
  const finish = { isReadingPage: createReadingPageTest(routes), readSheet }
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
    ['security-headers', sendSecurityHeaders(site.securityHeaders)],
    // Every limit goes by the visitor's address, and nobody may choose their own.
    ['visitor-address', nameVisitor(site)],
    // A form that is posted to the page's own address has the link's tag only there, where Next doesn't look.
    ['source-tag', nameSource],
    // Next believes anyone's word for the host and the protocol.
    ['forwarded-headers', dropForwardedHeaders(site.trustedProxy)],
    // An address that the site doesn't have costs Next a render, and its not-found page is empty without JavaScript.
    ['known-paths', resolveAddress(paths.resolve)],
    // Next answers some of its own headers and cookies with something other than the page.
    ['internal-headers', dropInternalHeaders],
    // Next has answers of its own to methods that no address takes, without our page.
    ['methods', refuseOddMethods],
    // Next's work grows with the square of the parameters.
    ['parameters', refuseManyParameters],
    // Next answers a POST from another site with a 500, and runs its action when a header says that it is ours.
    ['posts', refuseForeignPosts(siteHost)],
    // Given two hosts, a proxy may go by the first and Next by the last.
    ['host', refuseUnclearHost],
    // Next reads a file for each request and sends it uncompressed; these are in memory, compressed at the build.
    ['files', site.files.link],
    // Reports are most of the requests on a busy evening, and cost Next twenty times as much.
    ['reports', createActionRoute({ getLoopDelayMs: watchEventLoop() })],
    // A form that has no place in the queue is refused before its body is read.
    ['form-queue', forms.refuseWhenFull],
    // Next answers a broken form with a 500, has no limits for fields and values, and sends one meant for another page to itself.
    ['form-guard', guardForms({ actions, hasSession })],
    // A hundred forms in a second would have every page wait for a second.
    ['form-queue', forms.wait],
    // The answer to a form is for one visitor, and may do without the database.
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
