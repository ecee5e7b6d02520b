import { beforeEach, expect, test } from 'vitest'
import { nameVisitor } from '@/lib/server/front/name-visitor.mjs'
import { findUnknownReason } from '@/lib/shared/unknown-visitors.mjs'
import { passLinks } from '../server/pass-link'

beforeEach(() => void Reflect.deleteProperty(globalThis, 'stableFuturesUnknownVisitors'))

test.each([
  ['a visitor from outside', '192.0.2.7', {}, '', 'localhost:3000', null],
  ['someone on this computer', '127.0.0.1', {}, '', 'localhost:3000', 'local'],
  ['the same over IPv6', '::1', {}, '', '127.0.0.1:3000', 'local'],
  ['loopback, for a public site', '::ffff:127.0.0.1', {}, '', 'site.example', 'proxy'],
  ['a proxy on this computer', '127.0.0.1', { 'x-forwarded-for': '192.0.2.7' }, '', 'localhost:3000', 'proxy'],
  ['a proxy that sends Forwarded instead', '127.0.0.1', { forwarded: 'for=192.0.2.7' }, '', 'localhost:3000', 'proxy'],
  ['a proxy on the local network', '10.0.0.2', {}, '', 'localhost:3000', 'proxy'],
  ['a proxy elsewhere', '198.51.100.1', { 'x-forwarded-for': '192.0.2.7' }, '', 'site.example', 'proxy'],
  [
    'a proxy that TRUSTED_PROXY names',
    '10.0.0.2',
    { 'x-real-ip': '192.0.2.7', 'x-forwarded-for': '192.0.2.7' },
    'x-real-ip',
    'site.example',
    null,
  ],
  [
    'a named proxy that says nothing',
    '10.0.0.2',
    { 'x-forwarded-for': '192.0.2.7' },
    'x-real-ip',
    'site.example',
    'header',
  ],
])('%s', (_name, remoteAddress, headers, trustedProxy, siteHost, reason) => {
  const ask = (url: string) =>
    passLinks([nameVisitor({ trustedProxy, siteHost })], {
      url,
      remoteAddress,
      headers: { host: siteHost, ...headers },
    })
  ask('/api/health')
  expect(findUnknownReason(new Date())).toBeNull()
  ask('/')
  expect(findUnknownReason(new Date())).toBe(reason)
  expect(findUnknownReason(new Date(Date.now() + 3_700_000))).toBeNull()
})
