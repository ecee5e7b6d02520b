import { readFileSync } from 'node:fs'
import type { OutgoingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { manchester } from './places'
import { sendRaw } from './send-raw'
import { expect, test } from './test'

const base = () => process.env.E2E_MAIN ?? ''

const send = (method: string, path: string, headers: OutgoingHttpHeaders = {}, body = '') =>
  sendRaw(base(), { method, path, headers, body })

function expectSecurityHeaders(headers: Record<string, unknown>) {
  expect(headers).toMatchObject({
    'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': expect.stringContaining('geolocation=()'),
  })
  expect(headers).not.toHaveProperty('x-powered-by')
}

const missing = [
  '/nothing',
  '/take-action/no-such-seat',
  '/find/atlantis',
  '/take-action/%',
  '/take-action/%ff',
  '/find/%ed%a0%80',
  '/take-action/%00',
  '/take-action/..%2f..%2fetc',
  `/take-action/${'a'.repeat(8_000)}`,
  '/take-action/ashford/more',
]

for (const path of missing) {
  test(`${path.slice(0, 40)} is a complete page with an explanation`, async () => {
    const answer = await send('GET', path)
    expect(answer.status).toBe(404)
    expect(answer.body).toContain('We can’t find that page')
    expectSecurityHeaders(answer.headers)
  })
}

test('every kind of response has the security headers', async () => {
  for (const path of [
    '/',
    '/take-action/',
    `/take-action/${manchester.slug}`,
    '/api/health',
    '/mark.svg',
    '/icon.svg',
  ]) {
    expectSecurityHeaders((await send('GET', path)).headers)
  }
})

test('malformed requests are refused with a reason, by size, method and origin', async () => {
  const cases = [
    [await send('POST', '/take-action', {}, 'x'.repeat(150_000)), 413],
    [await send('DELETE', '/take-action'), 405],
    [await send('TRACE', '/api/health'), 405],
    [await send('POST', '/take-action', { origin: 'https://evil.example' }, 'postcode=M1'), 403],
    [
      await send(
        'POST',
        '/take-action',
        { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
        'postcode=M1',
      ),
      403,
    ],
    [await send('POST', '/take-action', { origin: 'null' }, 'postcode=M1'), 403],
    [await send('POST', '/take-action', { origin: 'not an address' }, 'postcode=M1'), 403],
  ] as const
  for (const [answer, status] of cases) {
    expect(answer.status).toBe(status)
    expect(answer.body).toContain('Sorry, that did not work')
    expectSecurityHeaders(answer.headers)
  }
})

/** The id of the action behind a page's form, taken from the page. */
async function readAction(path: string) {
  const [, id = ''] = /&quot;id&quot;:&quot;([0-9a-f]+)&quot;/.exec((await send('GET', path)).body) ?? []
  expect(id).not.toBe('')
  return id
}

test('a broken action is a 400 with an explanation, and isn’t logged', async () => {
  const action = await readAction('/take-action')
  const text = { 'next-action': action, 'content-type': 'text/plain;charset=UTF-8' }
  const boundary = '----WebKitFormBoundaryAbCdEfGh12345678'
  const form = { 'content-type': `multipart/form-data; boundary=${boundary}` }
  const unfinished = `--${boundary}\r\nContent-Disposition: form-data; name="postcode"\r\n\r\nMarkersson`
  const cases: [Record<string, string>, string][] = [
    ...['EH99 9ZZ Markersson', '["$T","Markersson"]', '["$F1"]', '{"Markersson":', '', 'null', '5', '["$h1"]'].map(
      (body): [typeof text, string] => [text, body],
    ),
    ...['', unfinished, `${unfinished}\r\n--${boundary}--\r\n`, `--Y--\r\n`].map((body): [typeof form, string] => [
      form,
      body,
    ]),
    [{ ...form, 'next-action': action }, unfinished],
    [{ 'content-type': 'application/x-www-form-urlencoded' }, 'postcode=Markersson'],
  ]
  for (const [headers, body] of cases) {
    const answer = await send('POST', '/take-action', headers, body)
    expect(answer.status, body).toBe(400)
    expect(answer.body).toContain('Sorry, that did not work')
    expect(answer.body).not.toContain('Markersson')
    expectSecurityHeaders(answer.headers)
  }
  expect(readFileSync(`${process.env.E2E_MAIN_FOLDER}.log`, 'utf8')).not.toMatch(/Markersson|EH99/)
})

test('an action the page doesn’t have is refused, and the server never forwards it to itself', async () => {
  const action = await readAction('/find')
  const headers = { 'content-type': 'text/plain;charset=UTF-8' }
  for (const [path, id] of [
    ['/take-action', action],
    ['/nothing', action],
    ['/find', 'f'.repeat(42)],
    ['/find', 'toString'],
  ] as const) {
    const answer = await send('POST', path, { ...headers, 'next-action': id }, '[null,"$K1"]')
    expect(answer.status).toBe(409)
    expect(answer.body).toContain('The site has changed')
  }
  expect((await send('POST', '/find', { ...headers, 'next-action': action }, '[null,"$K1"]')).status).toBe(200)
})

test('Next’s internal headers have no effect', async () => {
  const junk = {
    rsc: '1',
    'next-router-state-tree': 'junk',
    'next-router-prefetch': '1',
    'next-url': 'junk',
    'x-middleware-prefetch': '1',
    'x-middleware-subrequest': 'middleware',
    'x-prerender-revalidate': 'junk',
    'x-now-route-matches': '1=junk',
    'x-invoke-path': '/find',
    'x-invoke-status': '500',
    'x-matched-path': '/find',
    'x-nextjs-data': '1',
    'x-action-forwarded': '1',
    'next-resume': '1',
    cookie: '__prerender_bypass=junk; __next_preview_data=junk',
  }
  for (const [name, value] of Object.entries(junk)) {
    // Other visitors' actions change the counts on the page, so wait until it is the same before and after.
    await expect(async () => {
      const [before, answer, after] = [
        await send('GET', '/take-action'),
        await send('GET', '/take-action', { [name]: value }),
        await send('GET', '/take-action'),
      ]
      expect(after.body).toBe(before.body)
      expect({ status: answer.status, body: answer.body, cookie: answer.headers['set-cookie'] }, name).toEqual({
        status: 200,
        body: before.body,
        cookie: undefined,
      })
    }).toPass({ timeout: 30_000 })
  }
  expect(
    (await send('GET', '/take-action', Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`x${at}`, '1']))))
      .status,
  ).toBe(200)
})

test('no URL redirects to another site', async () => {
  for (const path of [
    '//evil.example',
    '//evil.example/',
    '/\\evil.example/',
    '/%5cevil.example/',
    '/%2f/evil.example/',
    'https://evil.example//x/',
    '*',
    '/_global-error',
  ]) {
    expect((await send('GET', path)).status, path).toBe(404)
  }
  expect((await send('GET', 'http://evil.example/take-action/')).headers.location).toBe('/take-action')
  expect((await send('GET', 'http://evil.example/take-action')).status).toBe(200)
})

/** Sends raw bytes and returns the response. */
function sendBytes(bytes: string) {
  const { hostname, port } = new URL(base())
  return new Promise<string>((resolve, reject) => {
    let received = ''
    const socket = connect(Number(port), hostname, () => socket.write(bytes, 'latin1'))
    socket.on('data', (chunk) => (received += chunk.toString()))
    socket.on('end', () => resolve(received)).on('error', reject)
  })
}

test('a response to something that isn’t HTTP has the headers too', async () => {
  const host = 'Host: localhost\r\n'
  const cases = [
    ['\0\x01 nothing\r\n\r\n', 400],
    [`GET / HTTP/1.1\r\n${host}A: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
    [`POST / HTTP/1.1\r\n${host}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, 400],
    [`POST / HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, 411],
    [`POST / HTTP/1.1\r\n${host}Expect: wonders\r\nContent-Length: 0\r\n\r\n`, 417],
    [`GET /take-action HTTP/1.1\r\n${host}Upgrade: websocket\r\nConnection: Upgrade, close\r\n\r\n`, 200],
    [
      `GET /take-action HTTP/1.1\r\n${host}\r\n`.repeat(9) + `GET /find HTTP/1.1\r\n${host}Connection: close\r\n\r\n`,
      200,
    ],
  ] as const
  for (const [bytes, status] of cases) {
    const answer = await sendBytes(bytes)
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    expect(answer).toMatch(/^content-security-policy: /im)
  }
})
