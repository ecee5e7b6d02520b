import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { expect, test } from 'vitest'
import { createAskNext } from '@/lib/server/front/ask-next.mjs'

test('Next gets a complete HTTP request with only what we ask for in it, and we get its complete answer', async () => {
  const ask = createAskNext((req: IncomingMessage, res: ServerResponse) => {
    res.writeHead(201, [
      ['Set-Cookie', 'a=1'],
      ['Set-Cookie', 'b=2'],
      ['X-Long', 'a'.repeat(20_000)],
    ])
    res.write('é')
    res.end(JSON.stringify([req.method, req.url, req.httpVersion, req.headers, req.socket.remoteAddress ?? null]))
  })
  const { status, headers, body } = await ask('/find?a=b', { host: 'site.example', cookie: 'draft=1' })
  expect(status).toBe(201)
  expect(headers).toMatchObject({ 'set-cookie': ['a=1', 'b=2'], 'x-long': expect.stringMatching(/^a{20000}$/) })
  const asked = ['GET', '/find?a=b', '1.1', { host: 'site.example', cookie: 'draft=1', connection: 'close' }, null]
  expect(body.toString()).toBe(`é${JSON.stringify(asked)}`)
})

test('a page that takes too long is a 503, and Next can tell that we have stopped waiting', async () => {
  let left: Promise<unknown> | undefined
  const ask = createAskNext((_req, res) => void (left = once(res, 'close')), { timeoutMs: 50 })
  expect(await ask('/find', { host: 'site.example' })).toMatchObject({ status: 503, body: Buffer.alloc(0) })
  await left
})

test.each([
  ['at once', (res: ServerResponse) => void res.destroy()],
  [
    'halfway',
    (res: ServerResponse) => void res.writeHead(200, { 'content-length': 9 }).write('a', () => res.destroy()),
  ],
])('an answer that breaks off %s is a 503', async (_, breakOff) => {
  const ask = createAskNext((_req, res) => breakOff(res), { timeoutMs: 5_000 })
  expect(await ask('/find', { host: 'site.example' })).toMatchObject({ status: 503 })
})

test('several pages can be requested at once', async () => {
  const waiting: ServerResponse[] = []
  const ask = createAskNext((req, res) => {
    waiting.push(res)
    if (waiting.length === 20) for (const each of waiting) each.end(each.req.url)
  })
  const paths = Array.from({ length: 20 }, (_, at) => `/find/${at}`)
  const answers = await Promise.all(paths.map((path) => ask(path, { host: 'site.example' })))
  expect(answers.map(({ body }) => body.toString())).toEqual(paths)
})
