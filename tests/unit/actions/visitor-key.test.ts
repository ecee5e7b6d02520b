import { expect, test } from 'vitest'
import { composeActionKey, composeVisitorKey } from '@/lib/actions/visitor-key'

const group = { seatCode: 'E14001063', channel: 'x', kind: 'opened', day: '2026-11-21' } as const

test('a visitor without JavaScript has one key per salt, address and browser', () => {
  const request = { address: '192.0.2.1', userAgent: 'Browser' }
  const key = composeVisitorKey(request, 'salt')
  expect(composeVisitorKey({ ...request }, 'salt')).toBe(key)
  const others = [
    composeVisitorKey(request, 'tomorrow'),
    composeVisitorKey({ ...request, address: '192.0.2.2' }, 'salt'),
    composeVisitorKey({ ...request, userAgent: 'Other' }, 'salt'),
    composeVisitorKey({ address: '', userAgent: '192.0.2.1Browser' }, 'salt'),
  ]
  expect(new Set([key, ...others]).size).toBe(5)
})

test('an action has one key per visitor, seat, channel, kind and day, which reveals only the day', () => {
  const visitor = 'a-random-key-of-a-browser'
  const key = composeActionKey(visitor, group)
  expect(key).toMatch(/^20261121-[\w-]{22}$/)
  expect(composeActionKey(visitor, { ...group })).toBe(key)
  const others = [
    composeActionKey('another-key-of-a-browser', group),
    composeActionKey(visitor, { ...group, seatCode: 'E14001064' }),
    composeActionKey(visitor, { ...group, channel: 'copy' }),
    composeActionKey(visitor, { ...group, kind: 'confirmed' }),
    composeActionKey(visitor, { ...group, day: '2026-11-22' }),
  ]
  expect(new Set([key, ...others]).size).toBe(6)
})
