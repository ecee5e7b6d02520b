// The production server: Next's own handler behind a guard and the page cache.
import cluster from 'node:cluster'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { filesFolder } from '../cli/compress-files.mjs'
import { root } from '../cli/setup.mjs'
import { actionPaths, createActionRoute } from './front/action-route.mjs'
import { guardConnections } from './front/connection-guard.mjs'
import { createFallback } from './front/fallback.mjs'
import { withFormGuard } from './front/form-guard.mjs'
import { createFormQueue, isVisitorForm } from './front/form-queue.mjs'
import { refuseUnclearHost } from './front/host-guard.mjs'
import { createKnownPaths } from './front/known-paths.mjs'
import { withPageCache } from './front/page-cache.mjs'
import { watchEventLoop } from './front/pressure.mjs'
import { createRequestGuard } from './front/request-guard.mjs'
import { createReadingPageTest } from './front/script-free.mjs'
import { readStaticFiles } from './front/static-files.mjs'
import { createStop, stopWhenTold } from './stop.mjs'
import { getVerbs } from './verbs.mjs'
import { createVisitorCosts } from './front/visitor-costs.mjs'
import { countWorkers, superviseWorkers } from './workers.mjs'

process.chdir(root)
const port = Number(process.env.PORT ?? 3000)
const stopTimeoutMs = Number(process.env.STOP_TIMEOUT ?? 10) * 1000
// Counting can wait up to ten seconds for a locked database, but after this long no visitor is still waiting.
const finishMs = 3_000
const workers = countWorkers(process.env.WORKERS)
if (workers > 1 && cluster.isPrimary)
  process.exit(await superviseWorkers({ count: workers, stopWithinMs: stopTimeoutMs + finishMs + 1_000 }))

Object.assign(process.env, { NODE_ENV: 'production' }) // before Next and React are loaded
const { default: next } = await import('next')
// Next takes upgrades of the server that it is given, and would close them: this one never listens, and
// ours answers such a request as if it asked for no upgrade.
const app = next({ dev: false, dir: root, port, hostname: 'localhost', httpServer: createServer() })
const handle = app.getRequestHandler()

const readJson = (/** @type {string} */ file) => JSON.parse(readFileSync(path.join(root, file), 'utf8'))
// The headers of next.config.ts, as the build wrote them down.
/** @type {{ key: string, value: string }[]} */
const securityHeaders = readJson('.next/routes-manifest.json').headers.flatMap(
  (/** @type {{ headers: object[] }} */ rule) => rule.headers,
)
const siteHost = process.env.SITE_URL ? new URL(process.env.SITE_URL).host : `localhost:${port}`
const routes = readJson('.next/app-path-routes-manifest.json')
const prerendered = readJson('.next/prerender-manifest.json')
const files = readStaticFiles(path.join(root, filesFolder))
const paths = createKnownPaths({
  routes,
  prerendered: Object.keys(prerendered.routes),
  seats: readJson('prisma/facts/seats.json').seats,
  others: [...files.paths, ...actionPaths],
})
const guard = createRequestGuard({
  securityHeaders,
  trustedProxy: (process.env.TRUSTED_PROXY ?? '').toLowerCase(),
  siteHost,
  resolvePath: paths.resolve,
})
const handleSafely = (
  /** @type {import('node:http').IncomingMessage} */ req,
  /** @type {import('node:http').ServerResponse} */ res,
) =>
  handle(req, res).catch((error) => {
    console.error(error)
    if (!res.headersSent) res.statusCode = 500
    res.end()
  })
/** @type {Map<string, string>} */
const sheets = new Map()
const readSheet = (/** @type {string} */ href) => {
  const text = sheets.get(href) ?? readFileSync(path.join(root, href.replace('/_next/', '.next/')), 'utf8')
  sheets.set(href, text)
  return text
}
// Fails while the server is not ready: the page cache then takes nobody for staff, and the form guard answers 503.
const hasSession = async (/** @type {string} */ cookie) => {
  const verbs = getVerbs()
  if (!verbs) throw new Error('the server is not ready')
  return verbs.hasSession(cookie)
}
const { previewModeId } = prerendered.preview
const fallback = createFallback({ host: siteHost, previewId: previewModeId })
const sharePercent = Number(process.env.VISITOR_CPU_PERCENT ?? 10)
const cached = withPageCache(handleSafely, {
  paths,
  securityHeaders,
  // The second header is the one Next's own `res.revalidate()` sends to render a page again.
  newPageHeaders: { host: siteHost, 'x-prerender-revalidate': previewModeId },
  isReadingPage: createReadingPageTest(routes),
  readSheet,
  hasSession,
  fallback,
  ...(sharePercent > 0 && { costs: createVisitorCosts({ share: sharePercent / 100 / workers }) }),
})
Object.assign(globalThis, { stableFuturesForgetPages: cached.forget }) // set before Next's side starts and looks for it, see lib/shared/refresh-pages.ts
await app.prepare()
const forms = createFormQueue()
// The answer to a form is for one visitor, and may do without the database.
const answer = withFormGuard(
  forms.withTurns((req, res) => (isVisitorForm(req) ? fallback.allow(() => cached(req, res)) : cached(req, res))),
  {
    actions: readJson('.next/server/server-reference-manifest.json').node,
    hasSession,
  },
)

const takeAction = createActionRoute({ getLoopDelayMs: watchEventLoop() })

// `requireHostHeader` would refuse requests without showing our page.
const server = createServer(
  { requireHostHeader: false },
  (req, res) =>
    guard(req, res) ||
    refuseUnclearHost(req, res) ||
    files.answer(req, res) ||
    takeAction(req, res) ||
    forms.refuseWhenFull(req, res) ||
    answer(req, res),
)
guardConnections(server, securityHeaders)
server.on('error', (error) => {
  const isTaken = 'code' in error && error.code === 'EADDRINUSE'
  console.error(
    isTaken
      ? `Something is already serving on port ${port}, perhaps this site. Stop it first, or set PORT to another one.`
      : error,
  )
  process.exit(1)
})
// Connections waiting to be accepted, one per turn of the event loop. If there is no room for one, its browser tries
// again after 1 s, 3 s, 7 s and so on.
server.listen({ port, backlog: 4_096 }, () => {
  if ((cluster.worker?.id ?? 1) > 1) return // the first worker has already said so
  console.log(`Serving on http://localhost:${port}`)
  if (!process.env.SITE_URL)
    console.log(
      'SITE_URL is not set, so messages and shared links lead to this machine only. Set it before you let visitors in.',
    )
})

const stop = createStop(server, { timeoutMs: stopTimeoutMs })
stopWhenTold(async () => {
  if (cluster.isPrimary) console.log('Stopping: answering the requests in progress first')
  const { cut } = await stop()
  if (cut > 0)
    console.log(`Closed ${cut} connections in the middle of a request, after ${stopTimeoutMs / 1000} s (STOP_TIMEOUT)`)
  // Work for visitors who have already left: Next's `after()`, and actions that are being written.
  const finish = async () => {
    await app.close()
    await getVerbs()?.finishActions()
  }
  await Promise.race([finish(), new Promise((resolve) => setTimeout(resolve, finishMs))])
})
