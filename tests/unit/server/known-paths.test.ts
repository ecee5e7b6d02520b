import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createKnownPaths, noCountsPath, notFoundPath } from '@/lib/server/front/known-paths.mjs'

const paths = createKnownPaths({
  routes: {
    a: '/',
    b: '/find',
    c: '/find/[region]',
    d: '/take-action/[slug]',
    e: '/supporters/search',
    f: '/supporters/logos/[hash]',
    g: '/api/counts',
    h: '/api/counts/[code]',
    i: '/staff',
    j: '/staff/messages/[id]',
    k: '/og/[card]',
    l: '/og/seats/[seat]',
    m: '/_not-found',
    n: '/_global-error',
    o: '/robots.txt',
    p: '/api/health',
    q: '/about/logo/[name]',
  },
  prerendered: ['/', '/find', '/og/site.png', '/_not-found', '/_global-error', '/robots.txt'],
  seats: [{ slug: 'ashford', code: 'E14001069', region: 'South East' }],
  others: ['/_next/static/a.js', '/mark.svg'],
})

test.each([
  ['/', '/'],
  ['/find', '/find'],
  ['/%66in%64', '/find'],
  ['/take-action/ash%66ord', '/take-action/ashford'],
  ['/find/south%2Deast', '/find/south-east'],
  ['/_next/static/%61.js', '/_next/static/a.js'],
  ['/mark%2Esvg', '/mark.svg'],
  ['/og/seats/ashford.png', '/og/seats/ashford.png'],
  ['/api/counts/%4514001069', '/api/counts/E14001069'],
])('%s is %s, and kept', (given, path) => {
  expect(paths.resolve(given)).toBe(path)
  if (!path.includes('.js') && !path.includes('.svg')) expect(paths.isListed(path)).toBe(true)
})

test.each([
  '/supporters/search',
  '/supporters/logos/x',
  '/staff',
  '/staff/messages/5',
  '/staff/messages/a%20b',
  '/find/',
  '/take-action/ashford/',
  '/staff/',
])('%s is left to Next, and not cached', (path) => {
  expect(paths.resolve(path)).toBe(path)
  expect(paths.isKept(path)).toBe(false)
})

test.each([
  '',
  '*',
  '//',
  '/nothing',
  '/FIND',
  '/find//',
  '/find/atlantis',
  '/take-action/ashford/more',
  '/take-action/ashford%2F',
  '/take-action%2Fashford',
  '/find%3Fx',
  '/find%00',
  '/%2566ind',
  '/%2%36ind',
  '/%',
  '/%zz',
  '/a/../find',
  '/./find',
  '/%2e%2e/find',
  '/a/%2e%2e/find',
  '/find/.',
  '/staff/..',
  '/staff/messages/..',
  '/staff/messages/%2e%2e',
  '/staff/messages/%00',
  '/staff/messages/a%2F%2Fb',
  '/staff/messages/a%5Cb',
  '/staff/messages/%ff',
  '/find.rsc',
  '/index',
  '/_not-found',
  '/_global-error',
  '/_next/data/x.json',
  '/_next/image',
  '/_next/static/none.js',
  '/og/none.png',
  '/og/seats/none.png',
  '/\\evil.example',
  '/%5cevil.example',
  '/supporters/logos/..',
  '/supporters/logos/',
  `/${'a'.repeat(9_000)}`,
])('there is no page at %s', (path) => {
  expect(paths.resolve(path)).toBe(notFoundPath)
})

test('a constituency that doesn’t exist has its own answer', () => {
  for (const path of ['/api/counts/x', '/api/counts/E14009999', '/api/counts/%F0'])
    expect(paths.resolve(path)).toBe(noCountsPath)
})

test('no spelling creates another cache entry, and resolving twice changes nothing', () => {
  const spelled = fc
    .tuple(
      fc.constantFrom('/find', '/take-action/ashford', '/api/counts/E14001069', '/robots.txt'),
      fc.infiniteStream(fc.boolean()),
    )
    .map(([path, coded]) =>
      [...path]
        .map((letter) => (letter !== '/' && coded.next().value ? `%${letter.charCodeAt(0).toString(16)}` : letter))
        .join(''),
    )
  fc.assert(fc.property(spelled, (given) => paths.resolve(given) === decodeURIComponent(given)))
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom('/', '.', '%', '2', 'e', 'f', 'find', '\\', '?', '#', ' ', 'staff', 'messages'),
      }),
      (given) => {
        const path = paths.resolve(`/${given}`)
        return paths.resolve(path) === path && (!paths.isKept(path) || paths.isListed(path))
      },
    ),
  )
})
