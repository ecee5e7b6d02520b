import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { getWhole } from './get-whole'
import { type CachedHandler, handleCached } from './handle-cached'
import { writePage } from './write-page'

let nowMs = 0
let made = 0
let answer: (req: IncomingMessage, res: ServerResponse) => void
let cache: CachedHandler
const server = createServer((req, res) => cache.handle(req, res))
const minute = 60_000

const page = (req: IncomingMessage, res: ServerResponse) => writePage(req, res, ++made)

beforeEach(async () => {
  const isKept = (path: string) => /^\/(?:find|other|read|not-found|og\/a\.png|api\/(?:counts|health))$/.test(path)
  cache = handleCached((req, res) => answer(req, res), {
    paths: { isKept, isListed: isKept },
    newPageHeaders: { host: 'site.example' },
    now: () => nowMs,
  })
  answer = page
  made = 0
  await once(server.listen(0), 'listening')
})
afterEach(() => once(server.close(), 'close'))

const get = (path: string, headers?: Record<string, string>, method?: string) => getWhole(server, path, headers, method)

/** Waits until this many have been rendered, whether or not a visitor was waiting for them. */
const expectMade = (count: number) => expect.poll(() => made).toBe(count)

test('a second request gets the same bytes and headers, without another render', async () => {
  const first = await get('/find')
  const second = await get('/find')
  expect(made).toBe(1)
  expect(second.body).toBe(first.body)
  expect(second.headers).toMatchObject({
    etag: first.headers.etag,
    'cache-control': 'public, max-age=0, s-maxage=1, stale-if-error=86400',
  })
  expect(second.headers['content-length']).toBe(String(first.bytes.length))
})

test('only the address of a visitor’s request affects the page, so no one can change what others get', async () => {
  const mine = {
    cookie: 'a=1',
    authorization: 'Basic eDp5',
    'x-forwarded-host': 'evil.example',
    host: 'evil.example',
    rsc: '1',
    range: 'bytes=0-5',
    'accept-language': 'cy',
  }
  const { status, headers, body } = await get('/find?evil=1#x', mine)
  expect(status).toBe(200)
  expect(body).toContain('{"host":"site.example","connection":"close"} GET /find – made 1')
  expect(headers.vary).toBe('Accept-Encoding')
})

test.each([
  ['gzip, deflate, br', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['gzip;q=0', undefined],
  ['', undefined],
])('a browser that accepts "%s" gets %s of the same page', async (accepted, encoding) => {
  const { headers, body } = await get('/find', { 'accept-encoding': accepted })
  expect(headers['content-encoding']).toBe(encoding)
  expect(headers.vary).toBe('Accept-Encoding')
  expect(body).toContain('GET /find – made 1')
  await get('/find', { 'accept-encoding': 'gzip' })
  expect(made).toBe(1)
})

test.each([
  ['HEAD', 'HEAD', {}],
  ['a part', 'GET', { range: 'bytes=0-1' }],
  ['many parts', 'GET', { range: `bytes=${Array.from({ length: 1_000 }, (_, at) => `${at}-${at}`).join()}` }],
  ['a part if the page hasn’t changed', 'GET', { range: 'bytes=0-1', 'if-range': '"x"' }],
  ['a page by its ETag', 'GET', { 'if-none-match': '"other"' }],
  ['a page since a date', 'GET', { 'if-modified-since': 'Sat, 01 Jan 2028 00:00:00 GMT' }],
])('a request for %s fills the cache, and is answered from it', async (_what, method, headers) => {
  const first = await get('/find', headers, method)
  expect(first.status).toBe(200)
  const whole = await get('/find')
  expect(whole.body).toContain('made 1')
  expect((await get('/find', headers, method)).headers).toMatchObject({
    etag: whole.headers.etag,
    'accept-ranges': 'none',
  })
  expect(made).toBe(1)
})

test('a POST reaches the handler, and leaves the cache as it is', async () => {
  await get('/find')
  expect((await get('/find', { 'content-length': '0' }, 'POST')).body).toContain('POST /find – made 2')
  expect((await get('/find')).body).toContain('made 1')
})

test.each(['/find', '/read', '/dynamic', '/not-found'])(
  'HEAD of %s sends the same headers as GET, including the policy',
  async (path) => {
    if (path === '/dynamic')
      cache = handleCached((req, res) => answer(req, res), {
        paths: { isKept: () => false, isListed: () => false },
      })
    answer = (req, res) => {
      if (path === '/not-found') res.statusCode = 404
      page(Object.assign(req, { headers: {} }), res)
      made = 0
    }
    for (const encoding of ['br', 'gzip', 'identity']) {
      const head = await get(path, { 'accept-encoding': encoding }, 'HEAD')
      const whole = await get(path, { 'accept-encoding': encoding })
      expect({ status: head.status, ...head.headers, date: '' }).toEqual({
        status: whole.status,
        ...whole.headers,
        date: '',
      })
      expect([head.bytes.length, head.headers['content-length']]).toEqual([0, String(whole.bytes.length)])
      expect(head.headers['content-security-policy']).toContain("script-src 'none'")
    }
  },
)

test('many who request the same page at once share one render', async () => {
  const releases: (() => void)[] = []
  answer = (req, res) => void releases.push(() => page(req, res))
  const all = Promise.all(Array.from({ length: 50 }, () => get('/find')))
  await expect.poll(() => releases.length).toBe(1)
  releases[0]?.()
  expect(new Set((await all).map(({ body }) => body)).size).toBe(1)
  expect(made).toBe(1)
})

test('an older page is sent at once while a newer one is rendered, but a very old one isn’t', async () => {
  await get('/find')
  nowMs += 5 * minute - 1
  expect((await get('/find')).body).toContain('made 1')
  nowMs += 1
  expect((await get('/find')).body).toContain('made 1')
  await expectMade(2)
  await expect.poll(async () => (await get('/find')).body).toContain('made 2')
  nowMs += 60 * minute
  expect((await get('/find')).body).toContain('made 3')
})

test('what others may cache for ten seconds isn’t cached for longer here', async () => {
  answer = (_req, res) =>
    void res.setHeader('Cache-Control', 'public, max-age=10, stale-while-revalidate=60').end(`made ${++made}`)
  expect((await get('/api/counts?x=1')).body).toBe('made 1')
  nowMs += 9_999
  const { body, headers } = await get('/api/counts?x=2')
  expect([body, headers['cache-control']]).toEqual(['made 1', 'public, max-age=10, stale-while-revalidate=60'])
  nowMs += 70_001
  expect((await get('/api/counts')).body).toBe('made 2')
})

test('what must not be cached is shared for a second, and never shown later', async () => {
  answer = (_req, res) => void res.writeHead(made++ ? 503 : 200, { 'Cache-Control': 'no-store' }).end(`made ${made}`)
  expect((await Promise.all(Array.from({ length: 9 }, () => get('/api/health')))).map(({ body }) => body)).toEqual(
    Array(9).fill('made 1'),
  )
  nowMs += 999
  expect((await get('/api/health')).status).toBe(200)
  nowMs += 1
  expect((await get('/api/health')).status).toBe(503)
})

test('while a page can’t be rendered, the last one is shown for a day, with one attempt a second', async () => {
  await get('/find')
  answer = (_req, res) => void (made++, res.writeHead(500, { 'Content-Type': 'text/html' }).end('fault'))
  nowMs += 23 * 60 * minute
  for (let asked = 0; asked < 5; asked++) {
    const { status, headers, body } = await get('/find')
    expect({ status, type: headers['content-type'] }).toEqual({ status: 200, type: 'text/html; charset=utf-8' })
    expect(body).toContain('made 1')
  }
  expect(made).toBe(2)
  for (let asked = 0; asked < 5; asked++) expect((await get('/other')).status).toBe(500)
  expect(made).toBe(3)
  nowMs += 2 * 60 * minute
  expect((await get('/find')).body).toMatch(/<h1>Sorry[^]*SW1A 0AA/) // a whole page, unlike Next's
  answer = page
  nowMs += 1_000
  expect((await get('/find')).body).toContain('made 5')
})

test('an invalidated page is rendered again, even in mid-render; if that fails, the last one stays', async () => {
  await get('/find')
  expect((await get('/find')).body).toContain('made 1')
  cache.forget()
  expect((await get('/find')).body).toContain('made 2')
  answer = (req, res) => {
    if (made === 2) cache.forget()
    page(req, res)
  }
  cache.forget()
  expect((await get('/find')).body).toContain('made 4')
  expect((await get('/find')).body).toContain('made 4')
  cache.forget()
  answer = (_req, res) => void res.writeHead(500).end()
  expect((await get('/find')).body).toContain('made 4')
})

test('a visitor who would have to wait long for the new page gets the previous one', async () => {
  await get('/find')
  cache.forget()
  const releases: (() => void)[] = []
  answer = (req, res) => void releases.push(() => page(req, res))
  const begun = performance.now()
  expect((await get('/find')).body).toContain('made 1')
  expect(performance.now() - begun).toBeLessThan(5_000)
  releases[0]?.()
  await expect.poll(async () => (await get('/find')).body).toContain('made 2')
})

test('a page that sets a cookie isn’t cached', async () => {
  answer = (req, res) => {
    res.setHeader('Set-Cookie', 'a=1')
    page(req, res)
  }
  await get('/find')
  nowMs += 1_000
  expect((await get('/find')).body).toContain('made 2')
})

test('the not-found page is cached', async () => {
  answer = (req, res) => {
    res.statusCode = 404
    page(req, res)
  }
  await get('/not-found')
  const { status, body } = await get('/not-found?x')
  expect([status, made]).toEqual([404, 1])
  expect(body).not.toContain('<script')
})

test('a browser that already has the page only gets a 304', async () => {
  const tag = String((await get('/find')).headers.etag)
  const { status, bytes, headers } = await get('/find', { 'if-none-match': `"other", ${tag}` })
  expect([status, bytes.length, headers.etag, headers['content-length']]).toEqual([304, 0, tag, undefined])
})
