import { expect, test } from 'vitest'
import { createNearPaths } from '@/lib/server/front/near-paths.mjs'
import { resolveAddress } from '@/lib/server/front/resolve-address.mjs'
import { createKnownPaths } from '@/lib/server/front/known-paths.mjs'
import { passLinks } from './pass-link'

const pages = [
  '/',
  '/about',
  '/find',
  '/find/wales',
  '/take-action',
  '/take-action/ynys-mon',
  '/take-action/queens-park-and-maida-vale',
  '/take-action/bath',
]
const find = createNearPaths(pages)

test.each([
  ['/take-action/ynys-môn', '/take-action/ynys-mon'],
  ['/take-action/ynys-m%C3%B4n', '/take-action/ynys-mon'],
  ['/take-action/ynys-mo%CC%82n', '/take-action/ynys-mon'],
  ['/take-action/Ynys%20M%C3%B4n', '/take-action/ynys-mon'],
  ['/Take-Action/Bath', '/take-action/bath'],
  ['/take-action/bath.', '/take-action/bath'],
  ['/take-action/bath,', '/take-action/bath'],
  ['/take-action/bath)', '/take-action/bath'],
  ['/take-action/bath%22', '/take-action/bath'],
  ['/take-action/bath%E2%80%9D', '/take-action/bath'],
  ['/take-action/bath%20', '/take-action/bath'],
  ['/take-action/bath%0A', '/take-action/bath'],
  ['/take-action/%E2%80%8Bbath', '/take-action/bath'],
  ["/take-action/queen's-park-and-maida-vale", '/take-action/queens-park-and-maida-vale'],
  ['/take-action/queen%E2%80%99s-park-&-maida-vale', '/take-action/queens-park-and-maida-vale'],
  ['/take-action//bath', '/take-action/bath'],
  ['/find/Wales', '/find/wales'],
  ['/FIND', '/find'],
  ['/asks', '/#asks'],
  ['/Asks.', '/#asks'],
  ['/contact', '/about'],
])('%s means %s', (given, page) => {
  expect(find(given)).toBe(page)
})

test.each([
  '/take-action/nowhere',
  '/staff',
  '/take-action/bath/x',
  '/%',
  '/%E0%A4',
  '/bath',
  '*',
  'take-action/Bath',
  '/take-action/%00',
  '/take-action/bath%1F',
  `/${'a'.repeat(1_000)}`,
  '/take-action/bath',
])('%s means no other page', (given) => {
  expect(find(given)).toBeNull()
})

const paths = createKnownPaths({
  routes: { a: '/', b: '/take-action/[slug]', c: '/staff' },
  prerendered: ['/', '/about'],
  seats: [{ slug: 'bath', code: 'E14001080', region: 'South West' }],
})
const ask = (url: string, method = 'GET') => passLinks([resolveAddress(paths)], { url, method })

test('redirects with the query, for good, and only what is read', () => {
  const { res, isPassed } = ask('/take-action/BATH.?s=newsletter')
  expect([res.statusCode, res.getHeader('location'), isPassed]).toEqual([308, '/take-action/bath?s=newsletter', false])
  expect(ask('/take-action/BATH.', 'POST').isPassed).toBe(true)
  expect(ask('/take-action/bath').isPassed).toBe(true)
  expect(ask('/nothing-here').req.url).toBe('/not-found')
})

test('never leaves the site', () => {
  for (const url of [
    '//evil.example/take-action/bath',
    '/\\evil.example',
    '/https://evil.example',
    '/%2F%2Fevil.example/about',
  ]) {
    const { res, req, isPassed } = ask(url)
    expect([url, isPassed ? req.url : res.statusCode]).toEqual([
      url,
      isPassed ? expect.stringMatching(/^\/(?!\/)/) : 308,
    ])
  }
})
