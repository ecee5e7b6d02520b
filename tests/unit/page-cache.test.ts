import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { withPageCache } from '@/lib/server/page-cache.mjs'

let nowMs = 0
let made = 0
let answer: (req: IncomingMessage, res: ServerResponse) => void
const cache = withPageCache((req, res) => answer(req, res), { freshMs: 1000, now: () => nowMs })
const server = createServer(cache)

function page(req: IncomingMessage, res: ServerResponse) {
  made++
  res.setHeader('Content-Type', 'text/html; charset=utf-8')
  res.setHeader('Cache-Control', 's-maxage=10, stale-while-revalidate=50')
  res.setHeader('ETag', '"tag"')
  res.write(`${req.headers['accept-encoding']} `)
  res.end(`${req.url} – made ${made}${' and long'.repeat(100)}`)
}

beforeEach(async () => {
  answer = page
  made = 0
  nowMs += 10_000 // nothing from the test before is fresh
  await once(server.listen(0), 'listening')
})
afterEach(() => once(server.close(), 'close'))

async function get(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const sent = request({ port, path, headers, method, agent: false }).end()
  const [received]: IncomingMessage[] = await once(sent, 'response')
  const chunks: Buffer[] = []
  for await (const chunk of received ?? []) chunks.push(chunk)
  const bytes = Buffer.concat(chunks)
  const decode = { br: brotliDecompressSync, gzip: gunzipSync }[String(received?.headers['content-encoding'])]
  return { status: received?.statusCode, headers: received?.headers ?? {}, body: (decode?.(bytes) ?? bytes).toString() }
}

test('answers a page again with the same bytes and headers, without making it', async () => {
  const first = await get('/find')
  const second = await get('/find')
  expect(made).toBe(1)
  expect(second.body).toBe(first.body)
  expect(second.headers).toMatchObject({ etag: '"tag"', 'cache-control': 's-maxage=10, stale-while-revalidate=50' })
  expect(second.headers['content-length']).toBe(String(Buffer.byteLength(first.body)))
})

test('makes a page anew after a second', async () => {
  await get('/find')
  nowMs += 999
  expect((await get('/find')).body).toContain('made 1')
  nowMs += 1
  expect((await get('/find')).body).toContain('made 2')
})

test.each([
  ['gzip, deflate, br', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['gzip;q=0', undefined],
  ['', undefined],
])('a browser that takes "%s" gets %s, of the same page', async (accepted, encoding) => {
  const { headers, body } = await get('/find', { 'accept-encoding': accepted })
  expect(headers['content-encoding']).toBe(encoding)
  expect(headers.vary).toBe('Accept-Encoding')
  expect(body).toContain('identity /find – made 1')
  await get('/find', { 'accept-encoding': 'gzip' })
  expect(made).toBe(1)
})

test('a page is the same whatever its query says', async () => {
  await get('/find')
  expect((await get('/find?s=newsletter&fbclid=1')).body).toContain('/find – made 1')
})

test('shows a page as it was for a day when it cannot be made', async () => {
  await get('/find')
  answer = (_req, res) => void res.writeHead(500, { 'Content-Type': 'text/html' }).end('fault')
  nowMs += 23 * 3_600_000
  const { status, headers, body } = await get('/find')
  expect({ status, type: headers['content-type'] }).toEqual({ status: 200, type: 'text/html; charset=utf-8' })
  expect(body).toContain('made 1')
  expect((await get('/other')).status).toBe(500)
  nowMs += 2 * 3_600_000
  expect((await get('/find')).body).toMatch(/<h1>Sorry[^]*SW1A 0AA/) // a whole page, unlike Next's
})

test('keeps the files of the build for ever', async () => {
  answer = (_req, res) => {
    made++
    res.writeHead(200, { 'Content-Type': 'application/javascript', 'Cache-Control': 'public, max-age=31536000, immutable' }).end('file')
  }
  await get('/_next/static/a.js')
  nowMs += 1_000_000
  expect((await get('/_next/static/a.js')).body).toBe('file')
  expect(made).toBe(1)
})

test('tells a browser that has the page so', async () => {
  await get('/find')
  const { status, body } = await get('/find', { 'if-none-match': 'W/"other", "tag"' })
  expect({ status, body }).toEqual({ status: 304, body: '' })
})

test.each([
  ['a cookie', '/find', { cookie: 'a=1' }],
  ['the router', '/find', { rsc: '1' }],
  ['a prefetch', '/find', { 'next-router-prefetch': '1' }],
  ['a part', '/find', { range: 'bytes=0-1' }],
  ['an interface', '/api/health', {}],
])('leaves alone a request with %s', async (_what, path, headers) => {
  await get(path, headers)
  await get(path, headers)
  expect(made).toBe(2)
})

test('leaves posts alone, and never answers them with a page', async () => {
  await get('/find')
  expect((await get('/find', {}, 'POST')).body).toContain('made 2')
})

test.each([
  ['private', (res: ServerResponse) => res.setHeader('Cache-Control', 'private, no-store')],
  ['not found', (res: ServerResponse) => (res.statusCode = 404)],
  ['not HTML', (res: ServerResponse) => res.setHeader('Content-Type', 'text/x-component')],
  ['with a cookie', (res: ServerResponse) => res.setHeader('Set-Cookie', 'a=1')],
])('keeps no answer that is %s', async (_what, change) => {
  answer = (_req, res) => {
    made++
    res.setHeader('Content-Type', 'text/html')
    res.setHeader('Cache-Control', 's-maxage=10')
    change(res)
    res.end(`made ${made}`)
  }
  await get('/find')
  expect((await get('/find')).body).toBe('made 2')
})

test('what is forgotten is made anew, also what is being made meanwhile; when it cannot be made, it is still there', async () => {
  await get('/forget')
  expect((await get('/forget')).body).toContain('made 1')
  cache.forget()
  expect((await get('/forget')).body).toContain('made 2')
  answer = (req, res) => {
    cache.forget()
    page(req, res)
  }
  nowMs += 2_000
  expect((await get('/forget')).body).toContain('made 3')
  answer = page
  expect((await get('/forget')).body).toContain('made 4')
  cache.forget()
  answer = (_req, res) => res.writeHead(500).end()
  expect((await get('/forget')).body).toContain('made 4')
})
