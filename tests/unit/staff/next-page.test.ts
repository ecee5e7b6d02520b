import { expect, test } from 'vitest'
import { addNextPage, parseNextPage } from '@/lib/staff/model/next-page'

test('only a page of the desk can come after signing in', () => {
  for (const page of [
    '/staff',
    '/staff/messages/3',
    '/staff/messages/proof?draft=1&draft=2',
    '/staff/supporters?query=a%20b',
  ])
    expect(parseNextPage(page)).toBe(page)
  for (const page of [
    'https://evil.example/staff',
    '//evil.example',
    '/staff//evil.example',
    '/staff/../take-action',
    '/staff\\evil',
    '/staffroom',
    '/staff/sign-in',
    '/staff/sign-in?next=/staff',
    '/staff/confirm?token=x',
    '/staff/api/sync',
    '/staff/no-access',
    '/staff?a\nb',
    '/',
    null,
    ['/staff'],
    `/staff?${'a'.repeat(600)}`,
  ])
    expect(parseNextPage(page)).toBeNull()
  expect(addNextPage('/staff/sign-in', '/staff')).toBe('/staff/sign-in')
  expect(addNextPage('/c?token=x', '/staff/a?b=c&d')).toBe('/c?token=x&next=%2Fstaff%2Fa%3Fb%3Dc%26d')
})
