import { expect, test } from 'vitest'
import { parseRetryAfterMs } from '@/lib/postcodes-io-client/retry-after'

const now = Date.parse('Wed, 21 Oct 2026 07:28:00 GMT')

test.each([
  ['0', 0],
  [' 60 ', 60_000],
  ['3123', 300_000],
  ['99999999999999999999', 300_000],
  ['Wed, 21 Oct 2026 07:28:30 GMT', 30_000],
  ['Wed, 21 Oct 2026 07:00:00 GMT', 0],
  ['soon', 0],
  ['', 0],
])('%j is %i ms', (header, ms) => {
  expect(parseRetryAfterMs(header, now)).toBe(ms)
})
