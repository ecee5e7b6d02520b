import { expect, test, vi } from 'vitest'
import { GET } from '@/app/api/counts/route'

vi.hoisted(() => vi.stubEnv('DATABASE_URL', 'file:./var/no-such-folder/nothing.db'))

test('are unavailable without a database, and no cache stores that', async () => {
  const answer = await GET()
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([503, 'no-store'])
})
