import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readVisitorPrefix, toPrefix } from '@/lib/shared/visitor-address.mjs'

function requestFrom(remoteAddress: string | undefined, headers: Record<string, string> = {}) {
  const socket = Object.defineProperty(new Socket(), 'remoteAddress', { value: remoteAddress })
  return Object.assign(new IncomingMessage(socket), { headers })
}

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8::7', '2001:db8::/64'],
  ['127.0.0.1', 'unknown'],
  ['::ffff:10.1.2.3', 'unknown'],
  ['172.20.0.1', 'unknown'],
  ['100.64.0.9', 'unknown'],
  ['::1', 'unknown'],
  ['fd00::1', 'unknown'],
  ['fe80::1%eth0', 'unknown'],
  [undefined, 'unknown'],
])('without a named proxy, a socket from %s counts as %s', (remoteAddress, prefix) => {
  expect(readVisitorPrefix(requestFrom(remoteAddress, { 'x-real-ip': '203.0.113.9' }), '')).toBe(prefix)
})

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['192.0.2.7:4711', '192.0.2.7'],
  [' 192.0.2.7 ', '192.0.2.7'],
  ['198.51.100.1, 192.0.2.7', '192.0.2.7'],
  ['192.0.2.7, ', 'unknown'],
  ['192.0.2.7, junk', 'unknown'],
  ['[2001:db8:1:2:3::4]:443', '2001:db8:1:2::/64'],
  ['[2001:DB8:1:2::]', '2001:db8:1:2::/64'],
  ['fe80::1%eth0.12', 'fe80::/64'],
  ['::ffff:c000:207', '192.0.2.7'],
  ['2002:c000:207:9::1', '192.0.2.7'],
  ['64:ff9b::192.0.2.7', '192.0.2.7'],
  ['10.0.0.8', '10.0.0.8'],
  ['', 'unknown'],
  ['unknown', 'unknown'],
  ['192.0.2.7:', 'unknown'],
  ['192.0.2.7:123456', 'unknown'],
  ['192.0.2', 'unknown'],
  ['0300.0.2.7', 'unknown'],
  ['192.0.2.256', 'unknown'],
  ['192.0.2.7%eth0', 'unknown'],
  ['[2001:db8::1', 'unknown'],
  ['for=192.0.2.7', 'unknown'],
  [`${' '.repeat(9_000)}1${'.1'.repeat(9_000)}`, 'unknown'],
])('our proxy’s word %j counts as %s', (word, prefix) => {
  expect(readVisitorPrefix(requestFrom('127.0.0.1', { 'x-real-ip': word }), 'x-real-ip')).toBe(prefix)
})

test('a request without our proxy’s header counts as unknown, wherever it comes from', () => {
  expect(readVisitorPrefix(requestFrom('192.0.2.7'), 'x-real-ip')).toBe('unknown')
})

const hex = (part: number) => part.toString(16)
const parts = fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 8, maxLength: 8 })

test('every spelling of an IPv6 address has the prefix of every other address in its /64', () => {
  const lower = fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 4, maxLength: 4 })
  fc.assert(
    fc.property(
      parts.filter(([first]) => first !== 0),
      lower,
      (address, other) => {
        const prefix = toPrefix(address.map(hex).join(':'))
        expect(toPrefix(`[${address.map((part) => hex(part).toUpperCase().padStart(4, '0')).join(':')}]:80`)).toBe(
          prefix,
        )
        expect(toPrefix(`${new URL(`http://[${address.map(hex).join(':')}]/`).hostname}`)).toBe(prefix)
        if (address[0] !== 0x64) expect(toPrefix([...address.slice(0, 4), ...other].map(hex).join(':'))).toBe(prefix)
      },
    ),
  )
})

test('two /64s never share a prefix', () => {
  const outside6to4 = parts.filter(([first]) => first !== 0x2002 && first !== 0 && first !== 0x64)
  fc.assert(
    fc.property(
      outside6to4,
      fc.integer({ min: 0, max: 3 }),
      fc.integer({ min: 1, max: 0xffff }),
      (address, at, change) => {
        const other = address.map((part, index) => (index === at ? (part + change) & 0xffff : part))
        fc.pre(other[0] !== 0x2002 && other[0] !== 0 && other[0] !== 0x64)
        expect(toPrefix(other.map(hex).join(':'))).not.toBe(toPrefix(address.map(hex).join(':')))
      },
    ),
  )
})

test('any text counts as an IPv4 address, a /64 or unknown', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'0123456789abcdef:.[]%, x') }),
    fc.ipV4(),
    fc.ipV6(),
  )
  fc.assert(
    fc.property(text, (word) => {
      expect(toPrefix(word)).toMatch(/^(?:\d+(?:\.\d+){3}|[0-9a-f:]+\/64|unknown)$/)
    }),
  )
})
