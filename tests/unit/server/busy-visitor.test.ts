import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createVisitorCosts } from '@/lib/server/front/visitor-costs.mjs'
import { type CachedHandler, handleCached } from './handle-cached'

let cpuMs = 0
let made = 0
let cache: CachedHandler
let base = ''
const server = createServer((req, res) => cache.handle(req, res))

/** Uses a second of processor time. */
function work(req: IncomingMessage, res: ServerResponse) {
  cpuMs += 1_000
  res
    .writeHead(200, {
      'Cache-Control': String(req.url).startsWith('/kept') ? 's-maxage=9' : 'no-store',
      'Content-Type': 'text/html',
    })
    .end(`made ${++made}`)
}

beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
})
afterAll(() => server.close())
beforeEach(() => {
  const isKept = (path: string) => path.startsWith('/kept')
  const costs = createVisitorCosts({ share: 0.1, now: () => 1, readCpuMs: () => cpuMs })
  cache = handleCached(work, {
    paths: { isKept, isListed: isKept },
    costs,
    hasSession: async (cookie) => cookie === 'staff.session_token=true',
  })
  made = 0
})

type Asked = { method?: string; headers?: Record<string, string> }

const ask = (path: string, visitor: string, init: Asked = {}) =>
  fetch(base + path, { ...init, headers: { ...init.headers, 'x-visitor-address': visitor } })

async function useUp(visitor: string, init: Asked = {}) {
  const statuses = []
  for (let asked = 0; asked < 6; asked++) statuses.push((await ask('/search', visitor, init)).status)
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429])
}

test.each(['GET', 'HEAD', 'POST', 'OPTIONS'])(
  'a visitor who has caused too much work by %s is told when to come back, and the next visitor isn’t refused',
  async (method) => {
    await useUp('192.0.2.1', { method })
    const refused = await ask('/search', '192.0.2.1')
    expect([refused.status, Number(refused.headers.get('retry-after'))]).toEqual([429, 1])
    expect(await refused.text()).toContain('What you typed is still on the page')
    expect((await ask('/search', '192.0.2.2')).status).toBe(200)
  },
)

test('cached answers are free, and everyone gets the last good page', async () => {
  expect(await (await ask('/kept', '192.0.2.2')).text()).toBe('made 1')
  await useUp('192.0.2.1')
  for (let asked = 0; asked < 20; asked++) expect(await (await ask('/kept', '192.0.2.1')).text()).toBe('made 1')
  cache.forget()
  expect(await (await ask('/kept', '192.0.2.1')).text()).toBe('made 1')
  expect((await ask('/kept/2', '192.0.2.1')).status).toBe(429)
  expect(await (await ask('/kept', '192.0.2.2')).text()).toBe('made 7')
  expect(await (await ask('/kept', '192.0.2.1')).text()).toBe('made 7')
})

test('signed-in staff are never limited; a forged cookie isn’t enough', async () => {
  for (let asked = 0; asked < 9; asked++)
    expect((await ask('/staff', '192.0.2.1', { headers: { cookie: 'staff.session_token=true' } })).status).toBe(200)
  await useUp('192.0.2.1', { headers: { cookie: 'staff.session_token=forged' } })
})
