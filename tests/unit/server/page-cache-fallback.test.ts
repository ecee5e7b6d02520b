import type { AsyncLocalStorage } from 'node:async_hooks'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { afterAll, expect, test } from 'vitest'
import { createFallback } from '@/lib/server/front/fallback.mjs'
import { getWhole } from './get-whole'
import { handleCached } from './handle-cached'

const fallback = createFallback({ host: 'site.example', previewId: 'draft' })
const held: typeof globalThis & { stableFuturesFallback?: AsyncLocalStorage<true> } = globalThis
let nowMs = 0
let isWorking = false
const isKept = () => true
const cache = handleCached(fallback.obey(answer), {
  paths: { isKept, isListed: isKept },
  newPageHeaders: { host: 'site.example' },
  fallbackHeaders: fallback.headers,
  now: () => nowMs,
})
const server = createServer(cache.handle)
await once(server.listen(0), 'listening')
afterAll(() => once(server.close(), 'close'))
let isFallbackWorking = true

function answer(req: IncomingMessage, res: ServerResponse) {
  const isFallback =
    isFallbackWorking &&
    Boolean(held.stableFuturesFallback?.getStore()) &&
    req.headers.cookie === '__prerender_bypass=draft'
  res.statusCode = isWorking || isFallback ? 200 : 500
  res.setHeader('Content-Type', 'text/html')
  res.end(`${req.method} ${req.url} ${isWorking ? 'whole' : isFallback ? 'fallback' : 'fault'}`)
}

test('a page that never could be rendered gets its fallback, for GET and HEAD, which no cache may store', async () => {
  const head = await getWhole(server, '/find', {}, 'HEAD')
  const { status, headers, body } = await getWhole(server, '/find')
  expect({ status, cached: headers['cache-control'], robots: headers['x-robots-tag'] }).toEqual({
    status: 200,
    cached: 'no-store',
    robots: 'noindex',
  })
  expect({ status: head.status, ...head.headers, date: '' }).toEqual({ status, ...headers, date: '' })
  expect(body).toBe('GET /find fallback')
  expect((await getWhole(server, '/api/counts')).status).toBe(500)
  isFallbackWorking = false
  nowMs += 4_999
  expect((await getWhole(server, '/find')).body).toBe('GET /find fallback')
  nowMs += 1
  expect((await getWhole(server, '/find')).status).toBe(500) // a fallback is never the last good page
  cache.forget()
  isWorking = true
  expect((await getWhole(server, '/find')).body).toBe('GET /find whole')
})
