import { expect, onTestFinished, test, vi } from 'vitest'
import { createPostcodesIoClient } from '@/lib/postcodes/postcodes-io-client/client'
import type { UnavailableReason } from '@/lib/postcodes/postcodes-io-client/answer'
import * as recorded from '@/tests/fixtures/postcodes-io'
import { startReplayedPostcodesIo } from '@/tests/fixtures/replayed-postcodes-io'
import { startReplayServer, type Reply } from '@/tests/fixtures/replay-server'

const { result } = recorded.belfast
const withCode = (code: unknown) => ({
  status: 200,
  result: { ...result, codes: { ...result.codes, parliamentary_constituency_2024: code } },
})

const wrong: [name: string, reply: Reply, reason: UnavailableReason][] = [
  ['another postcode', { body: recorded.westminster }, 'unexpected-shape'],
  ['another terminated postcode', { status: 404, body: recorded.terminated }, 'unexpected-shape'],
  ['a code of another kind', { body: withCode('BELFAST') }, 'unexpected-shape'],
  ['a code that is too long', { body: withCode('N050000031') }, 'unexpected-shape'],
  ['a code of another type', { body: withCode(5_000_003) }, 'unexpected-shape'],
  [
    'a name without a code',
    { body: { status: 200, result: { ...result, codes: { parliamentary_constituency: null } } } },
    'unexpected-shape',
  ],
  ['a result of null', { body: { status: 200, result: null } }, 'unexpected-shape'],
  ['a list', { body: [recorded.belfast] }, 'unexpected-shape'],
  ['HTML', { headers: { 'content-type': 'text/html' }, body: '<!doctype html><title>Sign in</title>' }, 'not-json'],
  [
    'HTML that says 404',
    { status: 404, headers: { 'content-type': 'text/html' }, body: '<h1>Not Found</h1>' },
    'not-json',
  ],
  ['a 404 about the address', { status: 404, body: recorded.unknownRoute }, 'unexpected-shape'],
  ['half of a JSON', { body: JSON.stringify(recorded.belfast).slice(0, 99) }, 'not-json'],
  ['nothing', { body: '' }, 'not-json'],
  ['a huge body', { body: { ...recorded.belfast, padding: 'x'.repeat(70_000) } }, 'too-large'],
  ['a huge 404', { status: 404, body: { ...recorded.notFound, padding: 'x'.repeat(70_000) } }, 'too-large'],
  ['400', { status: 400, body: recorded.notFound }, 'bad-status'],
  ['204', { status: 204 }, 'bad-status'],
  ['429', { status: 429, headers: { 'retry-after': '60' } }, 'rate-limited'],
]

test.each(wrong)('%s is unavailable and is not asked again', async (_, reply, reason) => {
  const onFailure = vi.fn()
  const { client, send } = await startReplayedPostcodesIo({ '*': reply }, { onFailure })
  expect(await client.lookUp('BT1 5GS')).toEqual({ kind: 'unavailable', reason })
  expect(send).toHaveBeenCalledTimes(1)
  expect(onFailure.mock.calls).toEqual([[reason]])
})

const passing: [name: string, reply: Reply, reason: UnavailableReason][] = [
  ['500', { status: 500, body: recorded.serverError }, 'bad-status'],
  ['503', { status: 503, body: '' }, 'bad-status'],
  ['a cut socket', { fault: 'reset' }, 'unreachable'],
  ['a socket cut in the body', { body: recorded.belfast, fault: 'reset_in_body' }, 'unreachable'],
]

test.each(passing)('%s is asked again once, and then succeeds', async (_, reply) => {
  const { client, send } = await startReplayedPostcodesIo({ '*': [reply, { body: recorded.belfast }] })
  expect(await client.lookUp('BT1 5GS')).toMatchObject({ kind: 'live' })
  expect(send).toHaveBeenCalledTimes(2)
})

test.each(passing)('%s twice is unavailable', async (_, reply, reason) => {
  const { client, send } = await startReplayedPostcodesIo({ '*': [reply, reply, { body: recorded.belfast }] })
  expect(await client.lookUp('BT1 5GS')).toEqual({ kind: 'unavailable', reason })
  expect(send).toHaveBeenCalledTimes(2)
})

test('a 404 after a 500 is believed', async () => {
  const { client } = await startReplayedPostcodesIo({
    '*': [{ status: 500 }, { status: 404, body: recorded.notFound }],
  })
  expect(await client.lookUp('BT1 5GS')).toEqual({ kind: 'not-found' })
})

const slow: [name: string, reply: Reply][] = [
  ['silence', { fault: 'hang' }],
  ['late headers', { body: recorded.belfast, headersAfterMs: 5_000 }],
  ['silence in the body', { body: recorded.belfast, fault: 'hang_in_body' }],
  ['a body that trickles', { body: recorded.belfast, byteEveryMs: 20 }],
]

test.each(slow)('%s times out and is not asked again', async (_, reply) => {
  const { client, send } = await startReplayedPostcodesIo({ '*': reply }, { timeoutMs: 250 })
  expect(await client.lookUp('BT1 5GS')).toEqual({ kind: 'unavailable', reason: 'timed-out' })
  expect(send).toHaveBeenCalledTimes(1)
})

test('nobody listening is unavailable', async () => {
  const server = await startReplayServer({})
  await server.close()
  const client = createPostcodesIoClient({ baseUrl: server.url, retryDelayMs: 0 })
  expect(await client.lookUp('BT1 5GS')).toEqual({ kind: 'unavailable', reason: 'unreachable' })
})

test('a redirect is not followed', async () => {
  const elsewhere = await startReplayedPostcodesIo({ '*': { body: recorded.belfast } })
  const { client } = await startReplayedPostcodesIo({
    '*': { status: 302, headers: { location: `${elsewhere.server.url}/postcodes/BT1%205GS` } },
  })
  expect(await client.lookUp('BT1 5GS')).toEqual({ kind: 'unavailable', reason: 'redirected' })
  expect(elsewhere.server.requests).toHaveLength(0)
})

test('a body that inflates beyond the limit is too large', async () => {
  const { gzipSync } = await import('node:zlib')
  const bomb = gzipSync(Buffer.alloc(5_000_000, ' '))
  const send = async () => new Response(new Blob([bomb]).stream().pipeThrough(new DecompressionStream('gzip')))
  const client = createPostcodesIoClient({ baseUrl: 'http://replay', fetch: send })
  expect(await client.lookUp('BT1 5GS')).toEqual({ kind: 'unavailable', reason: 'too-large' })
})

test('many at once are answered without a warning from Node', async () => {
  const warned = vi.fn()
  process.on('warning', warned)
  onTestFinished(() => void process.off('warning', warned))
  const { client } = await startReplayedPostcodesIo({ '*': { body: recorded.belfast } })
  const answers = await Promise.all(Array.from({ length: 50 }, () => client.lookUp('BT1 5GS')))
  expect(new Set(answers.map(({ kind }) => kind))).toEqual(new Set(['live']))
  await new Promise((resolve) => setImmediate(resolve))
  expect(warned).not.toHaveBeenCalled()
})
