import { afterEach, expect, test } from 'vitest'
import { createMembersApiClient, type MembersApiOptions } from '@/lib/members/members-api/client'
import { contactBody, contactEntry, constituencyItem, memberItem, page } from '../../../fixtures/members-api'
import { countingFetch } from '../../../fixtures/counting-fetch'
import { startMembersApi, type MembersApiServerOptions } from '../../../fixtures/members-api-server'
import type { Reply } from '../../../fixtures/replay-server'
import { seatFacts } from '../../../fixtures/seat-facts'

let stop = async () => {}
afterEach(() => stop())

/** A client of a server of its own, with a clock that moves only by waiting. */
async function start(server: MembersApiServerOptions = {}, options: Partial<MembersApiOptions> = {}) {
  const api = await startMembersApi(server)
  stop = api.close
  let clockMs = Date.parse('2026-09-01T12:00:00Z')
  const waits: number[] = []
  const counting = countingFetch()
  const wait = async (ms: number) => {
    waits.push(ms)
    clockMs += ms
  }
  const client = createMembersApiClient({
    baseUrl: api.url,
    fetch: counting.fetch,
    now: () => new Date(clockMs),
    wait,
    ...options,
  })
  return { client, waits, peak: counting.peak, requests: api.requests }
}

/** A server that answers every call with this body. */
const always = (body: unknown): MembersApiServerOptions => ({ fault: () => ({ body }) })
const firstCalls = (count: number, fault: Reply): MembersApiServerOptions => ({
  fault: (call) => (call.count <= count ? fault : null),
})

test('lists all 650 over 33 pages, four calls at a time, saying who calls', async () => {
  const { client, requests, peak } = await start({ delayMs: 5 })
  const progress: string[] = []
  const answer = await client.listCurrentMembers((done, total) => progress.push(`${done}/${total}`))
  const expected = seatFacts().seats.map(({ name, member }) => ({
    id: member?.id,
    name: member?.name,
    party: member?.party,
    memberSince: member?.memberSince,
    constituencyName: name,
  }))
  expect(answer).toEqual({ ok: true, value: { members: expected, unreadable: 0 } })
  expect(requests.length).toBe(33)
  expect(peak()).toBe(4)
  expect([...new Set(requests.map(({ headers }) => headers['user-agent']))]).toEqual([
    expect.stringContaining('stable-futures'),
  ])
  expect([progress[0], progress.at(-1)]).toEqual(['1/33', '33/33'])
})

test('four at a time over all methods together', async () => {
  const { client, peak } = await start({ delayMs: 5 })
  const ids = seatFacts()
    .seats.slice(0, 20)
    .flatMap(({ member }) => member?.id ?? [])
  await Promise.all([client.listCurrentMembers(), ...ids.map(client.getContacts), client.getSeatStatus('Ayr')])
  expect(peak()).toBe(4)
})

test('leaves out peers, former Members and doubles; counts what makes no sense', async () => {
  const peer = memberItem({ id: 4544, name: 'Baroness Mone', from: 'Life peer', house: 2 })
  const former = memberItem({ id: 2, until: '2024-05-30' })
  const { client } = await start(
    always(page([memberItem({}), peer, former, memberItem({}), { value: { id: 'x' } }, null])),
  )
  expect(await client.listCurrentMembers()).toEqual({
    ok: true,
    value: {
      members: [
        {
          id: 4514,
          name: 'Sir Keir Starmer',
          party: 'Labour',
          constituencyName: 'Holborn and St Pancras',
          memberSince: '2015-05-07',
        },
      ],
      unreadable: 2,
    },
  })
})

test('a name that would upset a terminal or an email header makes no sense', async () => {
  const { client } = await start(
    always(
      page([memberItem({}), memberItem({ id: 2, name: 'Ann\r\nBcc: x' }), memberItem({ id: 3, party: '\u001b[2J' })]),
    ),
  )
  expect(await client.listCurrentMembers()).toMatchObject({ value: { members: [{ id: 4514 }], unreadable: 2 } })
})

test('nothing but nonsense is an unexpected shape', async () => {
  const { client } = await start(always(page([{}, {}])))
  expect(await client.listCurrentMembers()).toEqual({ ok: false, failed: { failure: 'unexpected-shape' } })
})

test('reads the contacts of one Member', async () => {
  const { client, requests } = await start(always(contactBody({ email: 'Keir@Parliament.uk ', xHandle: 'keir' })))
  const value = { email: 'keir@parliament.uk', xHandle: 'keir', blueskyHandle: null }
  expect(await client.getContacts(4514)).toEqual({ ok: true, value })
  expect(requests.map(({ path }) => path)).toEqual(['/api/Members/4514/Contact'])
})

test('a seat is held, vacant or unknown under its exact name', async () => {
  const items = [
    constituencyItem('Ayr', memberItem({}), '2024-05-30T00:00:00'), // abolished, with the same name
    constituencyItem('Ayr', null),
    constituencyItem('Ayr North', memberItem({})),
    constituencyItem('Glyndwr', memberItem({})),
  ]
  const { client, requests } = await start(always(page(items)))
  expect(await client.getSeatStatus('Ayr')).toEqual({ ok: true, value: 'vacant' })
  expect(await client.getSeatStatus('Glyndŵr')).toEqual({ ok: true, value: 'held' })
  expect(await client.getSeatStatus('Ay')).toEqual({ ok: true, value: 'unknown' })
  expect(requests.map(({ path }) => path)[0]).toBe('/api/Location/Constituency/Search?searchText=Ayr&skip=0&take=20')
})

test.each<[string, Reply, { failure: string; status?: number }, number]>([
  ['404', { status: 404 }, { failure: 'bad-status', status: 404 }, 1],
  ['500, thrice', { status: 500 }, { failure: 'bad-status', status: 500 }, 3],
  ['a redirect', { status: 302, headers: { location: '/api/Members/2/Contact' } }, { failure: 'redirected' }, 1],
  ['a socket cut in the body', { fault: 'reset_in_body', body: '{"value": []}' }, { failure: 'unreachable' }, 3],
  ['silence', { fault: 'hang' }, { failure: 'timed-out' }, 3],
  ['a huge body', { body: 'x'.repeat(1_000_001) }, { failure: 'too-large' }, 1],
  ['HTML', { body: '<html>' }, { failure: 'not-json' }, 1],
  ['an empty body', { body: '' }, { failure: 'not-json' }, 1],
  ['another shape', { body: { value: {} } }, { failure: 'unexpected-shape' }, 1],
])('%s is a named failure', async (_, fault, failure, calls) => {
  // Only silence needs a short wait; on a busy machine anything else could run into it.
  const { client, requests } = await start(
    { fault: () => fault },
    failure.failure === 'timed-out' ? { timeoutMs: 100 } : {},
  )
  expect(await client.getContacts(1)).toEqual({ ok: false, failed: failure })
  expect(requests.length).toBe(calls)
})

test('nobody listening is a named failure', async () => {
  const { client } = await start({}, { baseUrl: 'http://127.0.0.1:1' })
  expect(await client.getContacts(1)).toEqual({ ok: false, failed: { failure: 'unreachable' } })
})

test('two passing failures are overcome, with longer waits', async () => {
  const { client, waits } = await start(firstCalls(2, { status: 502 }))
  expect(await client.getContacts(4359)).toMatchObject({ ok: true })
  expect(waits).toEqual([500, 1000])
})

test('one lost page ends the listing without asking for the rest', async () => {
  const { client, requests } = await start({ fault: ({ count }) => (count === 1 ? null : { status: 404 }) })
  expect(await client.listCurrentMembers()).toEqual({ ok: false, failed: { failure: 'bad-status', status: 404 } })
  expect(requests.length).toBeLessThanOrEqual(5)
})

test('an absurd total does not start a million calls', async () => {
  const { client, requests } = await start(always(page([memberItem({})], 1_000_000)))
  expect(await client.listCurrentMembers()).toEqual({ ok: false, failed: { failure: 'unexpected-shape' } })
  expect(requests.length).toBe(1)
})

test('an office without any field is no office', async () => {
  const { client } = await start(always({ value: [contactEntry(1, {}), contactEntry(7, {})] }))
  expect(await client.getContacts(1)).toEqual({ ok: true, value: { email: null, xHandle: null, blueskyHandle: null } })
})
