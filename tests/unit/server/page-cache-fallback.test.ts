import { AsyncLocalStorage } from 'node:async_hooks'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { afterAll, expect, test } from 'vitest'
import { withPageCache } from '@/lib/server/front/page-cache.mjs'
import { getWhole } from './get-whole'

const allowed = new AsyncLocalStorage<true>()
let nowMs = 0
let isWorking = false
const isKept = () => true
const cache = withPageCache(answer, {
  paths: { isKept, isListed: isKept },
  newPageHeaders: { host: 'site.example' },
  fallback: { allow: (run) => allowed.run(true, run), headers: { host: 'site.example', cookie: 'draft=1' } },
  now: () => nowMs,
})
const server = createServer((req, res) => cache(req, res))
await once(server.listen(0), 'listening')
afterAll(() => once(server.close(), 'close'))
let isFallbackWorking = true

function answer(req: IncomingMessage, res: ServerResponse) {
  const isFallback = isFallbackWorking && Boolean(allowed.getStore()) && req.headers.cookie === 'draft=1'
  res.statusCode = isWorking || isFallback ? 200 : 500
  res.setHeader('Content-Type', 'text/html')
  res.end(`${req.method} ${req.url} ${isWorking ? 'whole' : isFallback ? 'fallback' : 'fault'}`)
}

test('a page that cannot be rendered and never was gets its fallback, for GET and HEAD alike, not cached by anyone else', async () => {
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
