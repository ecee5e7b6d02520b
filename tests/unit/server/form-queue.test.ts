import type { AsyncLocalStorage } from 'node:async_hooks'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFormQueue } from '@/lib/server/front/form-queue.mjs'
import { composeLinks } from '@/lib/server/front/link.mjs'

let running = 0
let mostRunning = 0
let release: (() => void)[] = []
let queue = createFormQueue()
let server = createServer()
const begun = async (count: number) => expect.poll(() => release.length).toBe(count)

async function serve(options: Parameters<typeof createFormQueue>[0]) {
  queue = createFormQueue(options)
  const answer = composeLinks([queue.refuseWhenFull, queue.wait], async (req, res) => {
    mostRunning = Math.max(mostRunning, ++running)
    if (req.method === 'POST') await new Promise<void>((resolve) => release.push(resolve))
    running--
    res.end('made')
  })
  server = createServer(answer)
  await once(server.listen(0), 'listening')
}

beforeEach(() => {
  running = 0
  mostRunning = 0
  release = []
})
afterEach(async () => {
  for (const each of release) each()
  server.closeAllConnections()
  await once(server.close(), 'close')
})

function ask(path = '/take-action', method = 'POST', signal?: AbortSignal) {
  const address = server.address()
  return fetch(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}${path}`, {
    method,
    ...(method === 'POST' && { body: 'a=b' }),
    signal: signal ?? null,
  })
}

test('a limited number of forms run at once, in order of arrival; pages and staff don’t wait', async () => {
  await serve({ maxRunning: 2 })
  const forms = [ask(), ask(), ask(), ask()]
  await begun(2)
  expect((await ask('/', 'GET')).status).toBe(200)
  const staff = ask('/staff/messages')
  await begun(3)
  for (let at = 0; at < 5; at++) {
    await expect.poll(() => release.length).toBeGreaterThan(at)
    release[at]?.()
  }
  expect((await Promise.all([...forms, staff])).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
  expect(mostRunning).toBe(3) // two forms, and the staff form beside them
})

test('a form that finds the queue full gets a 503 at once, with our page', async () => {
  await serve({ maxRunning: 1, maxWaiting: 1 })
  const taken = [ask()]
  await begun(1)
  taken.push(ask(), ask()) // one of them waits
  const refused = await Promise.race(taken)
  expect(refused.status).toBe(503)
  expect(refused.headers.get('retry-after')).toBe('30')
  expect(await refused.text()).toContain('Nothing you typed is lost')
  release[0]?.()
  await begun(2)
  release[1]?.()
  expect((await Promise.all(taken)).map(({ status }) => status).sort()).toEqual([200, 200, 503])
})

test('a form that has waited too long gets a 503, and the next one still runs', async () => {
  await serve({ maxRunning: 1, maxWaitMs: 50 })
  const first = ask()
  await begun(1)
  expect((await ask()).status).toBe(503)
  release[0]?.()
  expect((await first).status).toBe(200)
  const next = ask()
  await begun(2)
  release[1]?.()
  expect((await next).status).toBe(200)
})

test('when a visitor leaves, the next form takes their place', async () => {
  await serve({ maxRunning: 1 })
  const leaving = new AbortController()
  const left = ask('/take-action', 'POST', leaving.signal).catch(() => 'left')
  await begun(1)
  const next = ask()
  leaving.abort()
  expect(await left).toBe('left')
  await begun(2)
  release[1]?.()
  expect((await next).status).toBe(200)
})

test('a form that waits for an outside service gives its place to the next one', async () => {
  const held: typeof globalThis & { stableFuturesFormQueue?: AsyncLocalStorage<{ leave: () => void }> } = globalThis
  queue = createFormQueue({ maxRunning: 1, maxOutside: 2 })
  const waiting: (() => void)[] = []
  const answer = composeLinks([queue.refuseWhenFull, queue.wait], async (_, res) => {
    held.stableFuturesFormQueue?.getStore()?.leave()
    await new Promise<void>((resolve) => waiting.push(resolve))
    res.end('made')
  })
  server = createServer(answer)
  await once(server.listen(0), 'listening')
  const forms = [ask(), ask(), ask(), ask()]
  // Two have left, and the third keeps its place, so the fourth waits.
  await expect.poll(() => waiting.length).toBe(3)
  for (let at = 0; at < 4; at++) {
    await expect.poll(() => waiting.length).toBeGreaterThan(at)
    waiting[at]?.()
  }
  expect((await Promise.all(forms)).map(({ status }) => status)).toEqual([200, 200, 200, 200])
})
