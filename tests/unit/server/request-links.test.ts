import { expect, test } from 'vitest'
import { dropForwardedHeaders, dropInternalHeaders } from '@/lib/server/front/drop-headers.mjs'
import { nameSource } from '@/lib/server/front/name-source.mjs'
import { nameVisitor } from '@/lib/server/front/name-visitor.mjs'
import { addressHeader, sourceHeader } from '@/lib/server/front/own-headers.mjs'
import { refuseForeignPosts } from '@/lib/server/front/refuse-foreign-posts.mjs'
import { refuseManyParameters, refuseOddMethods } from '@/lib/server/front/refuse-odd-requests.mjs'
import { resolveAddress } from '@/lib/server/front/resolve-address.mjs'
import { sendSecurityHeaders } from '@/lib/server/front/send-security-headers.mjs'
import { passLinks } from './pass-link'

const siteHost = 'site.example'
const resolve = resolveAddress({
  resolve: (path) => (path === '//staff' ? '/not-found' : path),
  findNear: () => null,
})

test.each([
  ['x-real-ip', '192.0.2.7', 'evil.example'],
  ['', 'unknown', undefined],
])('the address comes from the proxy’s header %j, never from the visitor', (trustedProxy, address, forwarded) => {
  const { req } = passLinks([nameVisitor({ trustedProxy, siteHost }), dropForwardedHeaders(trustedProxy)], {
    remoteAddress: '127.0.0.1',
    headers: {
      [addressHeader]: '203.0.113.9',
      'x-forwarded-host': 'evil.example',
      'x-real-ip': '198.51.100.1, 192.0.2.7',
    },
  })
  expect([req.headers[addressHeader], req.headers['x-forwarded-host']]).toEqual([address, forwarded])
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
])('the source tag of %s is %j, whatever header the visitor sends', (url, tag) => {
  const { req, isPassed } = passLinks([nameSource], { url, headers: { [sourceHeader]: 'forged' } })
  expect([req.headers[sourceHeader], isPassed]).toEqual([tag, true])
})

test.each([
  ['POST', 'https://example.org/?s=paper', '/take-action', 'paper'],
  ['POST', 'https://example.org/?s=paper', '/take-action?s=other', 'other'],
  ['POST', 'https://example.org/take-action', '/take-action', undefined],
  ['POST', undefined, '/take-action', undefined],
  ['GET', 'https://example.org/?s=paper', '/take-action', undefined],
])('a %s from %j to %s has the source tag %j', (method, referer, url, tag) => {
  const { req } = passLinks([nameSource], { method, url, headers: referer === undefined ? {} : { referer } })
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
])('on %s, the cookies %j are reduced to %j', (url, cookie, kept) => {
  const { req, isPassed } = passLinks([resolve, dropInternalHeaders], { url, headers: { cookie } })
  expect([req.headers.cookie, isPassed]).toEqual([kept, true])
})

test('headers that Next’s parts send each other are dropped, and others aren’t', () => {
  const headers = { rsc: '1', 'next-url': 'a', 'x-nextjs-data': '1', 'x-middleware-subrequest': 'a' }
  const { req } = passLinks([dropInternalHeaders], { headers: { ...headers, 'next-action': 'id', accept: '*/*' } })
  expect(req.headers).toEqual({ 'next-action': 'id', accept: '*/*' })
})

test.each([
  [100, true],
  [101, false],
  [7_750, false],
])('an address with %i parameters is accepted: %j', (count, isPassed) => {
  const url = `/supporters/search?${Array<string>(count).fill('q').join('&')}`
  const passed = passLinks([refuseManyParameters], { url })
  expect([passed.isPassed, passed.res.statusCode]).toEqual([isPassed, isPassed ? 200 : 400])
})

test('methods that no address accepts are refused', () => {
  for (const method of ['GET', 'HEAD', 'POST', 'OPTIONS'])
    expect(passLinks([refuseOddMethods], { method }).isPassed).toBe(true)
  expect(passLinks([refuseOddMethods], { method: 'PUT' }).res.statusCode).toBe(405)
})

test.each([
  [{}, 411],
  [{ 'content-length': '0' }, 200],
  [{ 'content-length': '0', origin: 'https://evil.example', host: siteHost }, 403],
  [{ 'content-length': '0', origin: 'null', host: siteHost }, 403],
  [{ 'content-length': '0', origin: `https://${siteHost}`, host: '127.0.0.1:3000' }, 200],
  [{ 'content-length': '0', origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }, 200],
])('a POST with %j is answered with %i', (headers: Record<string, string>, status) => {
  const { res, isPassed } = passLinks([refuseForeignPosts(siteHost)], { method: 'POST', headers })
  expect([res.statusCode, isPassed]).toEqual([status, status === 200])
  expect(passLinks([refuseForeignPosts(siteHost)], { headers }).isPassed).toBe(true) // a GET
})

test('a refusal has the security headers', () => {
  const links = [sendSecurityHeaders([{ key: 'X-Frame-Options', value: 'DENY' }]), refuseOddMethods]
  expect(passLinks(links, { method: 'PUT' }).res.getHeader('x-frame-options')).toBe('DENY')
})
