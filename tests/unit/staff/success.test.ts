import { expect, test } from 'vitest'
import { dropSuccess } from '@/lib/staff/model/success'

test('an address loses what was just done there, and nothing else', () => {
  expect(dropSuccess('/staff/supporters/5?done=saved&undo=12')).toBe('/staff/supporters/5')
  expect(dropSuccess('/staff/supporters?q=a+b&done=hidden&changed=3&undo=7&page=2')).toBe(
    '/staff/supporters?q=a+b&page=2',
  )
  expect(dropSuccess('/staff/supporters?moved=7')).toBe('/staff/supporters')
  for (const page of ['/staff', '/staff/supporters?q=a%20b', '/staff/figures?from=2026-11-01'])
    expect(dropSuccess(page)).toBe(page)
})
