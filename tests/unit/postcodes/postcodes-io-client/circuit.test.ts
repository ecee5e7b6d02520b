import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as recorded from '@/tests/fixtures/postcodes-io'
import { startReplayedPostcodesIo } from '@/tests/fixtures/replayed-postcodes-io'
import type { Reply } from '@/tests/fixtures/replay-server'

// Only the date is false: the sockets and their timers are real.
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: 1_700_000_000_000 }))
afterEach(() => void vi.useRealTimers())
const pass = (ms: number) => vi.setSystemTime(Date.now() + ms)

const broken: Reply = { status: 400 }
const good: Reply = { body: recorded.belfast }
const open = { kind: 'unavailable', reason: 'circuit-open' }
const options = { breakAfter: 3, halfOpenAfterMs: 10_000 }

test('opens after failures in a row, tries again later and closes', async () => {
  const { client, send } = await startReplayedPostcodesIo({ '*': [broken, broken, broken, broken, good] }, options)
  for (let times = 0; times < 3; times++) expect(await client.lookUp('BT1 5GS')).toMatchObject({ reason: 'bad-status' })
  expect(await client.lookUp('BT1 5GS')).toEqual(open)
  pass(9_999)
  expect(await client.lookUp('BT1 5GS')).toEqual(open)
  expect(send).toHaveBeenCalledTimes(3)

  pass(1)
  expect(await client.lookUp('BT1 5GS'), 'the trial').toMatchObject({ reason: 'bad-status' })
  expect(await client.lookUp('BT1 5GS'), 'open again').toEqual(open)
  expect(send).toHaveBeenCalledTimes(4)

  pass(10_000)
  for (let times = 0; times < 3; times++) expect(await client.lookUp('BT1 5GS')).toMatchObject({ kind: 'live' })
})

test('a retried request counts once', async () => {
  const { client, send } = await startReplayedPostcodesIo({ '*': { status: 500 } }, options)
  for (let times = 0; times < 3; times++) expect(await client.lookUp('BT1 5GS')).toMatchObject({ reason: 'bad-status' })
  expect(await client.lookUp('BT1 5GS')).toEqual(open)
  expect(send).toHaveBeenCalledTimes(6)
})

test('a 404 is a good answer: it neither opens the circuit nor leaves failures in a row', async () => {
  const missing: Reply = { status: 404, body: recorded.notFound }
  const { client } = await startReplayedPostcodesIo(
    { '*': [broken, broken, missing, broken, broken, missing, missing, missing, missing, good] },
    options,
  )
  const kinds: string[] = []
  for (let times = 0; times < 10; times++) kinds.push((await client.lookUp('BT1 5GS')).kind)
  expect(kinds.filter((kind) => kind === 'not-found')).toHaveLength(5)
  expect(kinds.at(-1)).toBe('live')
})

test('after 429 the service is left alone for as long as it asks', async () => {
  const { client, send } = await startReplayedPostcodesIo({
    '*': [{ status: 429, headers: { 'retry-after': '60' } }, good],
  })
  const limited = { kind: 'unavailable', reason: 'rate-limited' }
  expect(await client.lookUp('BT1 5GS')).toEqual(limited)
  pass(59_999)
  expect(await client.lookUp('BT1 5GS')).toEqual(limited)
  expect(send).toHaveBeenCalledTimes(1)
  pass(1)
  expect(await client.lookUp('BT1 5GS')).toMatchObject({ kind: 'live' })
})
