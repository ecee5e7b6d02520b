import { once } from 'node:events'
import { createServer, IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { addressHeader, createRequestGuard, sourceHeader } from '@/lib/server/front/request-guard.mjs'

const options = { securityHeaders: [], siteHost: 'site.example', resolvePath: (path: string) => path }

/** What the guard makes of the visitor's address, for a request from loopback. */
async function addressOf(trustedProxy: string, headers: Record<string, string>) {
  const guard = createRequestGuard({ ...options, trustedProxy })
  const server = createServer((req, res) => {
    guard(req, res)
    res.end(JSON.stringify({ address: req.headers[addressHeader], forwarded: req.headers['x-forwarded-host'] ?? null }))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const answer: unknown = await (await fetch(`http://127.0.0.1:${port}/`, { headers })).json()
  server.close()
  return answer
}

test('the address is the proxy’s own word, and never the visitor’s', async () => {
  const spoofed = {
    [addressHeader]: '203.0.113.9',
    'x-forwarded-host': 'evil.example',
    'x-real-ip': '198.51.100.1, 192.0.2.7',
  }
  expect(await addressOf('x-real-ip', spoofed)).toEqual({ address: '192.0.2.7', forwarded: 'evil.example' })
  expect(await addressOf('', spoofed)).toEqual({ address: 'unknown', forwarded: null })
})

test.each([
  ['/take-action/ashford?s=newsletter-5', 'newsletter-5'],
  ['/?a=b&s=A_9', 'A_9'],
  ['/?s=first&s=second', 'first'],
  ['/take-action', undefined],
  ['/?s=', undefined],
  ['/?s=two%20words', undefined],
  [`/?s=${'a'.repeat(41)}`, undefined],
  ['/?s=%00%ff', undefined],
])('the source tag of %s is %j, whatever the visitor wrote into the header', (url, tag) => {
  const req = Object.assign(new IncomingMessage(new Socket()), {
    url,
    method: 'GET',
    headers: { [sourceHeader]: 'forged' },
  })
  expect(createRequestGuard({ ...options, trustedProxy: '' })(req, new ServerResponse(req))).toBe(false)
  expect(req.headers[sourceHeader]).toBe(tag)
})

test.each([
  ['/staff/people', 'a=1; staff.session_token=x; __prerender_bypass=y', 'staff.session_token=x'],
  [
    '/staff?done=a',
    '__Secure-staff.session_token=x;staff.passkey=y',
    '__Secure-staff.session_token=x; staff.passkey=y',
  ],
  ['/staffing', 'staff.session_token=x', undefined],
  ['/take-action', 'staff.session_token=x', undefined],
  ['http://evil.example/staff', 'staff.session_token=x', 'staff.session_token=x'],
  ['//staff', 'staff.session_token=x', undefined],
  ['/staff', 'xstaff.session_token=x', undefined],
])('on %s of the cookies %j remain %j', (url, cookie, kept) => {
  const req = Object.assign(new IncomingMessage(new Socket()), { url, method: 'GET', headers: { cookie } })
  expect(createRequestGuard({ ...options, trustedProxy: '' })(req, new ServerResponse(req))).toBe(false)
  expect(req.headers.cookie).toBe(kept)
})

test.each([
  [100, false],
  [101, true],
  [7_750, true],
])('an address with %i parameters is refused: %j', (count, isRefused) => {
  const req = Object.assign(new IncomingMessage(new Socket()), {
    url: `/supporters/search?${Array<string>(count).fill('q').join('&')}`,
    method: 'GET',
    headers: {},
  })
  const res = new ServerResponse(req)
  expect(createRequestGuard({ ...options, trustedProxy: '' })(req, res)).toBe(isRefused)
  expect(res.statusCode).toBe(isRefused ? 400 : 200)
})
