import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createMembersApiClient } from '@/lib/members/members-api/client'
import { formatMembersApiFailure } from '@/lib/members/members-api/failure'
import { parseRetryAfterMs } from '@/lib/shared/http/retry-after'

const noon = new Date('2026-09-01T12:00:00Z')

/** A client of a server made of answers, with a clock that moves only by waiting. */
function start(respond: (call: number) => Response) {
  let clockMs = noon.getTime()
  const waits: number[] = []
  const callsAtMs: number[] = []
  const client = createMembersApiClient({
    baseUrl: 'http://members.test',
    now: () => new Date(clockMs),
    wait: async (ms) => {
      waits.push(ms)
      clockMs = Math.max(clockMs, noon.getTime() + ms)
      await Promise.resolve()
    },
    fetch: async () => {
      callsAtMs.push(clockMs - noon.getTime())
      return respond(callsAtMs.length)
    },
  })
  return { client, waits, callsAtMs }
}

const comeBack = (retryAfter: string | null, status = 429) =>
  new Response('{}', { status, headers: retryAfter === null ? {} : { 'retry-after': retryAfter } })
const nobody = () => Response.json({ value: [] })

test.each([
  ['0', 0],
  ['60', 60_000],
  [' 3123 ', 3_123_000],
  ['Tue, 01 Sep 2026 12:00:30 GMT', 30_000],
  ['Tue, 01 Sep 2026 11:00:00 GMT', 0],
  ['soon', null],
  ['-5', null],
  ['1.5', null],
  ['2027', 2_027_000],
  ['', null],
  [null, null],
])('Retry-After %j means %j ms', (header, ms) => {
  expect(parseRetryAfterMs(header, noon)).toBe(ms)
})

test.each([
  ['30', 30_000],
  ['Tue, 01 Sep 2026 12:00:45 GMT', 45_000],
  [null, 10_000],
  ['soon', 10_000],
])('a short Retry-After (%j) is waited for', async (header, ms) => {
  const { client, callsAtMs } = start((call) => (call === 1 ? comeBack(header) : nobody()))
  expect(await client.getContacts(1)).toMatchObject({ ok: true })
  expect(callsAtMs).toEqual([0, ms])
})

test('503 with Retry-After is waited for too', async () => {
  const { client, callsAtMs } = start((call) => (call === 1 ? comeBack('5', 503) : nobody()))
  expect(await client.getContacts(1)).toMatchObject({ ok: true })
  expect(callsAtMs).toEqual([0, 5_000])
})

test('while one waits, nobody calls', async () => {
  const { client, callsAtMs } = start((call) => (call === 1 ? comeBack('20') : nobody()))
  await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(client.getContacts))
  expect(callsAtMs.slice(0, 4)).toEqual([0, 0, 0, 0]) // already under way
  expect(callsAtMs.slice(4)).toEqual([20_000, 20_000, 20_000, 20_000, 20_000])
})

test('a long Retry-After ends it, says until when, and is not called again', async () => {
  const { client, waits, callsAtMs } = start(() => comeBack('3123'))
  const until = new Date('2026-09-01T12:52:03Z')
  expect(await client.getContacts(1)).toEqual({ ok: false, failed: { failure: 'rate-limited', until } })
  expect(await client.listCurrentMembers()).toEqual({ ok: false, failed: { failure: 'rate-limited', until } })
  expect(callsAtMs).toHaveLength(1)
  expect(waits).toEqual([])
  expect(formatMembersApiFailure({ failure: 'rate-limited', until })).toContain('2026-09-01T12:52:03.000Z')
})

test('who says "in a second" for ever is believed three times', async () => {
  const { client, callsAtMs } = start(() => comeBack('0'))
  expect(await client.getContacts(1)).toMatchObject({ ok: false, failed: { failure: 'rate-limited' } })
  expect(callsAtMs).toHaveLength(3)
})

test('any JSON body has a named outcome from every method', async () => {
  const item = fc.record({ value: fc.jsonValue() })
  const almost = fc.record({
    items: fc.array(fc.oneof(item, fc.jsonValue())),
    totalResults: fc.oneof(fc.nat(100), fc.jsonValue()),
  })
  const body = fc.oneof(
    fc.jsonValue(),
    almost,
    fc.record({
      value: fc.array(fc.record({ typeId: fc.constantFrom(1, 7), line1: fc.jsonValue(), email: fc.jsonValue() })),
    }),
  )
  await fc.assert(
    fc.asyncProperty(body, async (json) => {
      const { client } = start(() => Response.json(json))
      for (const answer of [
        await client.listCurrentMembers(),
        await client.getContacts(1),
        await client.getSeatStatus('Ayr'),
      ]) {
        if (!answer.ok) expect(answer.failed).toEqual({ failure: 'unexpected-shape' })
      }
    }),
    { numRuns: 300 },
  )
})
