// The production server: Next's own handler behind the page cache. What `next start` does besides,
// on a signal, is done here: no new connections, requests in flight finish, `after()` runs.
import { createServer } from 'node:http'
import { root } from './setup.mjs'
import { withPageCache } from '../page-cache.mjs'

process.chdir(root)
Object.assign(process.env, { NODE_ENV: 'production' }) // before Next and React are loaded
const { default: next } = await import('next')

const port = Number(process.env.PORT ?? 3000)
const app = next({ dev: false, dir: root, port, hostname: 'localhost' })
await app.prepare()
const handle = app.getRequestHandler()

const server = createServer(
  withPageCache((req, res) =>
    handle(req, res).catch((error) => {
      console.error(error)
      if (!res.headersSent) res.statusCode = 500
      res.end()
    }),
  ),
)
server.on('error', (error) => {
  console.error(error)
  process.exit(1)
})
server.listen(port, () => console.log(`Serving on http://localhost:${port}`))

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.once(signal, () => {
    server.close(async () => {
      await app.close()
      process.exit(0)
    })
  })
}
