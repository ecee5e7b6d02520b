import { once } from 'node:events'
import { createServer, request, type IncomingMessage, type Server } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dropInternalHeaders } from '@/lib/server/front/drop-headers.mjs'
import { guardForms } from '@/lib/server/front/form-guard.mjs'
import { composeLinks } from '@/lib/server/front/link.mjs'
import { refuseForeignPosts } from '@/lib/server/front/refuse-foreign-posts.mjs'

const id = '60f0aad916eca39cc5bcdce609b9974b3b5655e00f'
const pages = [
  'app/take-action/page',
  'app/staff/sign-in/page',
  'app/staff/supporters/page',
  'app/staff/supporters/import/page',
  'app/staff/supporters/[id]/page',
  'app/staff/messages/[id]/page',
  'app/staff/settings/page',
]
const signedIn = 'staff.session_token=good'
const forged = 'staff.session_token=forged'

let server: Server
let reached = 0
beforeAll(async () => {
  const hasSession = async (cookie: string) => {
    if (cookie.includes('outage')) throw new Error('no database')
    return cookie === signedIn
  }
  const actions = { [id]: { workers: Object.fromEntries(pages.map((page) => [page, {}])) } }
  const answer = composeLinks([guardForms({ actions, hasSession })], async (req, res) => {
    reached++
    let bytes = 0
    for await (const chunk of req) bytes += chunk.length
    res.end(JSON.stringify({ bytes }))
  })
  const guarded = composeLinks([dropInternalHeaders, refuseForeignPosts('site.example')], answer)
  // An address that starts with /unguarded skips the links before the guard.
  server = createServer((req, res) =>
    req.url?.startsWith('/unguarded') ? answer(Object.assign(req, { url: req.url.slice(10) }), res) : guarded(req, res),
  )
  await once(server.listen(0, '127.0.0.1'), 'listening')
})
afterAll(() => void server.close().closeAllConnections())

type Sent = { path: string; body: Buffer | string; type?: string; cookie?: string; headers?: Record<string, string> }

function open({ path, type = 'text/plain', cookie = '', headers = {} }: Omit<Sent, 'body'>) {
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return request({
    port,
    path,
    method: 'POST',
    agent: false,
    headers: { 'next-action': id, 'content-type': type, ...(cookie && { cookie }), ...headers },
  })
}

async function read(response: IncomingMessage) {
  let body = ''
  for await (const chunk of response) body += chunk
  return { status: response.statusCode, headers: response.headers, body }
}

async function post({ body, ...rest }: Sent) {
  const sent = open({ ...rest, headers: { 'content-length': String(body.length), ...rest.headers } }).end(body)
  const [response]: IncomingMessage[] = await once(sent, 'response')
  if (!response) throw new Error('no answer')
  return read(response)
}

const list = (bytes: number) => `["${'a'.repeat(bytes - 4)}"]`
const boundary = '----WebKitFormBoundaryAbCdEfGh12345678'
const form = `multipart/form-data; boundary=${boundary}`
const part = (name: string, value: string, file = '') =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file && `; filename="${file}"\r\nContent-Type: text/csv`}\r\n\r\n${value}\r\n`
const file = (bytes: number) =>
  `${part('_1_file', 'a'.repeat(bytes), 'a.csv')}${part('0', '[null,"$K1"]')}--${boundary}--\r\n`

test.each([
  ['/take-action', ''],
  ['/take-action', forged],
  ['/take-action', signedIn],
  ['/staff/sign-in', forged],
  ['/staff/supporters', signedIn],
  ['/staff/api/sync', signedIn],
  ['/api/counts', ''],
  ['/staff/api/figures.csv', forged],
])('a body for %s with the cookie %j can have 100 kB and no more', async (path, cookie) => {
  expect(await post({ path, cookie, body: list(100_000) })).toMatchObject({ status: 200, body: '{"bytes":100000}' })
  const before = reached
  for (const bytes of [100_001, 5_700_000, 7_000_000]) {
    expect(await post({ path, cookie, body: list(bytes) })).toMatchObject({
      status: 413,
      body: expect.stringContaining('That is too long'),
    })
    expect((await post({ path, cookie, type: form, body: file(bytes) })).status).toBe(413)
  }
  expect(reached).toBe(before)
})

test.each([
  '/staff/supporters/import',
  '/staff/supporters/17',
  '/staff/settings',
  '/staff/api/import/check',
  '/staff/api/import/apply',
])('%s accepts a 5 MB file from anyone who is signed in', async (path) => {
  const answer = await post({ path, cookie: signedIn, type: form, body: file(5_000_000) })
  expect(answer.status).toBe(200)
  expect(JSON.parse(answer.body).bytes).toBeGreaterThan(5_000_000)
  expect(await post({ path, cookie: signedIn, type: form, body: file(6_000_001) })).toMatchObject({
    status: 413,
    body: expect.stringContaining('at most 5 MB'),
  })
  expect((await post({ path, cookie: signedIn, body: list(5_700_000) })).status).toBe(413) // no file
  const before = reached
  for (const cookie of ['', forged, `${signedIn}x`]) {
    expect(await post({ path, cookie, type: form, body: file(5_000_000) })).toMatchObject({
      status: 401,
      body: expect.stringContaining('Sign in'),
    })
    expect((await post({ path, cookie, type: form, body: file(90_000) })).status).toBe(200) // the page explains it
  }
  expect(reached).toBe(before + 3)
})

test('the message form accepts three versions of a long letter from anyone who is signed in', async () => {
  expect((await post({ path: '/staff/messages/3', cookie: signedIn, body: list(300_000) })).status).toBe(200)
  expect((await post({ path: '/staff/messages/3', cookie: signedIn, body: list(300_001) })).status).toBe(413)
  expect((await post({ path: '/staff/messages/3', cookie: forged, body: list(100_001) })).status).toBe(401)
})

test('a signed-out visitor’s long body is refused before it arrives; with sessions unknown it is a 503', async () => {
  const sent = open({
    path: '/staff/api/import/check',
    type: form,
    cookie: forged,
    headers: { 'content-length': '5700000' },
  })
  sent.on('error', () => undefined) // because we leave ourselves
  sent.write(file(5_000).slice(0, 1_000))
  const [response]: IncomingMessage[] = await once(sent, 'response')
  expect(response?.statusCode).toBe(401)
  sent.destroy()
  expect(
    await post({
      path: '/staff/api/import/check',
      cookie: 'staff.session_token=outage',
      type: form,
      body: file(5_000_000),
    }),
  ).toMatchObject({ status: 503, headers: { 'retry-after': '60' } })
})

test('a body without a length isn’t read beyond the limit either', async () => {
  const sent = open({ path: '/unguarded/take-action' }) // in chunks, without a total
  sent.on('error', () => undefined)
  sent.write(list(3_000_000))
  sent.end()
  const [response]: IncomingMessage[] = await once(sent, 'response')
  expect(response?.statusCode).toBe(413)
  const without = open({ path: '/api/counts' })
  without.write(list(10))
  without.end()
  const [refusal]: IncomingMessage[] = await once(without, 'response')
  expect(refusal?.statusCode).toBe(411)
})

test('a broken form doesn’t reach a route handler either', async () => {
  const before = reached
  for (const body of [
    `--${boundary}\r\n`,
    `${part('file', 'a', 'a.csv')}`,
    `${part('a', '1')}${part('a', '2')}--${boundary}--\r\n`,
    `${part('a', '1').repeat(200)}--${boundary}--\r\n`,
  ]) {
    expect((await post({ path: '/staff/api/import/check', cookie: signedIn, type: form, body })).status).toBe(400)
  }
  expect(reached).toBe(before)
})
