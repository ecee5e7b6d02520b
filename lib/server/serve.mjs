// The production server: reads its settings, puts the chain (lib/server/front/chain.mjs) before Next, listens, and
// stops when told to.
import cluster from 'node:cluster'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { filesFolder, root } from '../shared/project.mjs'
import { actionPaths } from './front/action-route.mjs'
import { createChain } from './front/chain.mjs'
import { guardConnections } from './front/connection-guard.mjs'
import { createKnownPaths } from './front/known-paths.mjs'
import { readStaticFiles } from './front/static-files.mjs'
import { composePlain } from './plain.mjs'
import { readBuild } from './read-build.mjs'
import { readSettings } from './settings.mjs'
import { createStop, stopWhenTold } from './stop.mjs'
import { getVerbs } from './verbs.mjs'
import { superviseWorkers } from './workers.mjs'

process.chdir(root)
const settings = readSettings(process.env)
const { port, workers, stopTimeoutMs, siteHost } = settings
// Counting can wait up to ten seconds for a locked database, but after this long no visitor is still waiting.
const finishMs = 3_000
if (workers > 1 && cluster.isPrimary)
  process.exit(await superviseWorkers({ count: workers, stopWithinMs: stopTimeoutMs + finishMs + 1_000 }))

Object.assign(process.env, { NODE_ENV: 'production' }) // before Next and React are loaded
const { default: next } = await import('next')
// Next takes over upgrade requests of the server it is given, and would close their connections. This one
// never listens, and ours answers such a request as if it hadn't asked for an upgrade.
const app = next({ dev: false, dir: root, port, hostname: 'localhost', httpServer: createServer() })
const handleNext = app.getRequestHandler()
/** @type {import('./front/link.mjs').Handler} */
const handleSafely = (req, res) =>
  handleNext(req, res).catch((error) => {
    console.error(error)
    if (!res.headersSent) res.statusCode = 500
    res.end()
  })

const build = readBuild(root, siteHost)
const server = settings.isPlain ? createServer(composePlain(handleSafely, build)) : createFrontServer()
await app.prepare()

function createFrontServer() {
  const files = readStaticFiles(path.join(root, filesFolder))
  const paths = createKnownPaths({
    routes: build.routes,
    prerendered: build.prerendered,
    seats: JSON.parse(readFileSync(path.join(root, 'prisma/seed/seats.json'), 'utf8')).seats,
    others: [...files.paths, ...actionPaths],
  })
  // Throws while the server isn't ready: then no one counts as staff, and a form that depends on it gets a 503.
  const hasSession = async (/** @type {string} */ cookie) => {
    const verbs = getVerbs()
    if (!verbs) throw new Error('the server is not ready')
    return verbs.hasSession(cookie)
  }
  const { handle, forgetPages } = createChain({ ...settings, ...build, files, paths, hasSession }, handleSafely)
  // Set before Next's side starts and looks for it, see lib/shared/refresh-pages.ts.
  Object.assign(globalThis, { stableFuturesForgetPages: forgetPages })
  // `requireHostHeader` would refuse requests without showing our page.
  const front = createServer({ requireHostHeader: false }, handle)
  if (!settings.off.has('connections')) guardConnections(front, build.securityHeaders)
  return front
}

server.on('error', (error) => {
  const isTaken = 'code' in error && error.code === 'EADDRINUSE'
  console.error(
    isTaken
      ? `Something is already serving on port ${port}, perhaps this site. Stop it first, or set PORT to another one.`
      : error,
  )
  process.exit(1)
})
// The backlog is connections waiting to be accepted, one per tick of the event loop. If there is no room for one, its
// browser retries after 1 s, 3 s, 7 s and so on.
server.listen({ port, backlog: 4_096 }, () => {
  if ((cluster.worker?.id ?? 1) > 1) return // the first worker has already said so
  console.log(`Serving on http://localhost:${port}`)
  if (!settings.hasSiteUrl)
    console.log(
      'SITE_URL is not set, so messages and shared links lead to this machine only. Set it before you let visitors in.',
    )
})

const stop = createStop(server, { timeoutMs: stopTimeoutMs })
stopWhenTold(async () => {
  if (cluster.isPrimary) console.log('Stopping: answering the requests in progress first')
  const sending = getVerbs()?.stopSendingLetters() // goes on with the letters in hand while requests are answered
  const { cut } = await stop()
  if (cut > 0)
    console.log(`Closed ${cut} connections in the middle of a request, after ${stopTimeoutMs / 1000} s (STOP_TIMEOUT)`)
  // Work for visitors who have already left: Next's `after()`, letters in hand, and actions that are being written.
  const finish = async () => {
    await Promise.all([app.close(), sending])
    await getVerbs()?.finishActions()
  }
  await Promise.race([finish(), new Promise((resolve) => setTimeout(resolve, finishMs))])
})
