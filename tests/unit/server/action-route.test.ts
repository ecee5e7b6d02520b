import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createActionRoute } from '@/lib/server/front/action-route.mjs'

let loopDelayMs = 0
const takeAction = createActionRoute({ getLoopDelayMs: () => loopDelayMs, maxInFlight: 3 })
const server = createServer((req, res) => takeAction(req, res, () => res.writeHead(404).end()))
const held: typeof globalThis & { stableFuturesVerbs?: object } = globalThis

type Sender = { address: string }
const answers = {
  reportAction: async (asked: unknown, sender: Sender): Promise<object> => ({
    outcome: asked === undefined ? 'malformed' : 'counted',
    asked,
    sender,
  }),
}

beforeEach(async () => {
  loopDelayMs = 0
  held.stableFuturesVerbs = answers
  await once(server.listen(0), 'listening')
})
afterEach(async () => {
  delete held.stableFuturesVerbs
  server.closeAllConnections()
  await once(server.close(), 'close')
})

const json = { 'content-type': 'application/json', 'x-visitor-address': '192.0.2.1', 'user-agent': 'Test' }

async function send(
  body: string,
  headers: Record<string, string> = json,
  { method = 'POST', path = '/api/actions' } = {},
) {
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const asked = request({ port, path, method, headers, agent: false }).end(body)
  const [answer] = await once(asked, 'response')
  const chunks: Buffer[] = []
  for await (const chunk of answer) chunks.push(chunk)
  return { status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks).toString() }
}

test('the verb gets the report and the address it came from, and no cache may store its answer', async () => {
  const { status, headers, body } = await send('{"slug":"ashford"}')
  expect(status).toBe(200)
  expect(JSON.parse(body)).toEqual({ outcome: 'counted', asked: { slug: 'ashford' }, sender: { address: '192.0.2.1' } })
  expect(headers).toMatchObject({ 'content-type': 'application/json', 'cache-control': 'no-store' })
})

test('anything that isn’t JSON, or is too long, is refused', async () => {
  expect((await send('{"slug"')).status).toBe(400)
  expect((await send(JSON.stringify({ slug: 'a'.repeat(1_000) }))).status).toBe(400)
})

test.each([
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/jsonp',
  '',
])('a form on another site can’t send a report: %s', async (type) => {
  expect((await send('{}', { 'content-type': type })).status).toBe(415)
})

test('it answers only POST, and only these addresses', async () => {
  expect((await send('', {}, { method: 'GET' })).status).toBe(405)
  expect((await send('{}', json, { path: '/api/actions/' })).status).toBe(404)
  expect((await send('{}', json, { path: '/api/actions?token' })).status).toBe(404)
})

test('it answers 503 with Retry-After while the server isn’t ready or too busy, or if the verb fails', async () => {
  const busy = { status: 503, body: '{"outcome":"busy"}', headers: { 'retry-after': '10' } }
  delete held.stableFuturesVerbs
  expect(await send('{}')).toMatchObject(busy)
  held.stableFuturesVerbs = answers
  loopDelayMs = 1_000
  expect(await send('{}')).toMatchObject(busy)
  loopDelayMs = 0
  expect((await send('{}')).status).toBe(200)
  held.stableFuturesVerbs = {
    reportAction: async () => {
      throw new Error('the disk is full')
    },
  }
  expect(await send('{}')).toMatchObject(busy)
})

test('bodies that never arrive don’t stop reports from being counted', async () => {
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  let begun = 0
  server.on('request', () => begun++)
  const stalled = Array.from({ length: 5 }, () =>
    request({
      port,
      path: '/api/actions',
      method: 'POST',
      headers: { ...json, 'content-length': '300' },
      agent: false,
    }).on('error', () => undefined),
  )
  for (const each of stalled) each.write('{')
  await expect.poll(() => begun).toBe(5)
  expect((await send('{}')).status).toBe(200)
  for (const each of stalled) each.destroy()
})

test('it answers 429 with Retry-After beyond a limit', async () => {
  held.stableFuturesVerbs = { reportAction: async () => ({ outcome: 'limited' }) }
  expect(await send('{}')).toMatchObject({ status: 429, headers: { 'retry-after': '60' } })
})

test('a limited number of reports wait for the database; answering one makes room', async () => {
  let release = () => {}
  const committed = new Promise<void>((resolve) => (release = resolve))
  held.stableFuturesVerbs = { reportAction: () => committed.then(() => ({ outcome: 'counted' })) }
  const all = Array.from({ length: 4 }, () => send('{}'))
  expect((await Promise.race(all)).status).toBe(503)
  release()
  const statuses = (await Promise.all(all)).map(({ status }) => status)
  expect(statuses.filter((status) => status === 200)).toHaveLength(3)
  expect((await send('{}')).status).toBe(200)
})
