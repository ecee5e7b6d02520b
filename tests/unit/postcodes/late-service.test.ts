import { expect, test } from 'vitest'
import { findConstituency } from '@/lib/postcodes/find-constituency'
import * as recorded from '@/tests/fixtures/postcodes-io'
import { startReplayedPostcodesIo } from '@/tests/fixtures/replayed-postcodes-io'
import type { Reply, Routes } from '@/tests/fixtures/replay-server'
import type { PostcodeIndex } from '@/lib/postcodes/index/open'
import { indexOf } from './collections'

const index = indexOf({ 'SW1A 0AA': 'E14001172' })
const late = (reply: Reply): Reply => ({ ...reply, headersAfterMs: 1_800 })
const notFound = late({ status: 404, body: recorded.notFound })
const terminated = late({ status: 404, body: recorded.terminated })

const cases: [name: string, input: string, routes: Routes, outcome: string][] = [
  ['an answer', 'BT1 5GS', { '*': late({ body: recorded.belfast }) }, 'found'],
  [
    'a retired postcode, then its neighbour',
    'AB1 0AA',
    { '/postcodes/AB1 0AA': terminated, '*': late({ body: recorded.nearest }) },
    'terminated',
  ],
  ['an unknown postcode, then its repairs', 'BT1O 1AA', { '*': notFound }, 'unavailable'],
  [
    'an error, then another try',
    'BT1 5GS',
    { '*': [late({ status: 500, body: '' }), late({ body: recorded.belfast })] },
    'found',
  ],
  ['nothing at all', 'BT1 5GS', { '*': { fault: 'hang' } }, 'unavailable'],
  ['a body that never ends', 'BT1 5GS', { '*': { body: recorded.belfast, byteEveryMs: 100 } }, 'unavailable'],
]

test.each(cases)(
  'when every answer is 1.8 s late, 40 visitors at once have theirs in time: %s',
  async (_, input, routes, outcome) => {
    // The breaker stays closed, so that every visitor really waits for the service.
    const { client } = await startReplayedPostcodesIo(routes, {
      timeoutMs: 2_000,
      retryDelayMs: 200,
      breakAfter: 1_000,
    })
    // How long a busy machine takes over as many that aren't late.
    const { client: prompt } = await startReplayedPostcodesIo({ '*': { body: recorded.belfast } })
    const workMs = await timeForty((deps) => findConstituency('BT1 5GS', { ...deps, client: prompt }))
    const tookMs = await timeForty(async (deps) => {
      expect([outcome, 'unavailable']).toContain((await findConstituency(input, { ...deps, client })).outcome)
    })
    expect(tookMs - workMs).toBeLessThan(2_500)
  },
)

async function timeForty(look: (deps: { index: PostcodeIndex }) => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await Promise.all(Array.from({ length: 40 }, () => look({ index })))
  return performance.now() - start
}
