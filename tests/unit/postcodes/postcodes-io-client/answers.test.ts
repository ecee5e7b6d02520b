import { describe, expect, test } from 'vitest'
import type { PostcodesIoAnswer } from '@/lib/postcodes/postcodes-io-client/answer'
import * as recorded from '@/tests/fixtures/postcodes-io'
import { startReplayedPostcodesIo } from '@/tests/fixtures/replayed-postcodes-io'
import type { Reply } from '@/tests/fixtures/replay-server'

const answers: [name: string, postcode: string, reply: Reply, answer: PostcodesIoAnswer][] = [
  ['England', 'SW1A 0AA', { body: recorded.westminster }, { kind: 'live', postcode: 'SW1A 0AA', code: 'E14001172' }],
  ['Northern Ireland', 'BT1 5GS', { body: recorded.belfast }, { kind: 'live', postcode: 'BT1 5GS', code: 'N05000003' }],
  ['Scotland', 'AB10 1AB', { body: recorded.scotland }, { kind: 'live', postcode: 'AB10 1AB', code: 'S14000061' }],
  ['Wales', 'CF62 7BL', { body: recorded.wales }, { kind: 'live', postcode: 'CF62 7BL', code: 'W07000110' }],
  [
    'Channel Islands',
    'JE2 4WD',
    { body: recorded.jersey },
    { kind: 'no-constituency', postcode: 'JE2 4WD', place: 'channel-islands' },
  ],
  [
    'Isle of Man',
    'IM1 1AA',
    { body: recorded.isleOfMan },
    { kind: 'no-constituency', postcode: 'IM1 1AA', place: 'isle-of-man' },
  ],
  ['not found', 'BT1 1ZZ', { status: 404, body: recorded.notFound }, { kind: 'not-found' }],
  ['invalid', 'BT1 1ZZ', { status: 404, body: recorded.invalid }, { kind: 'invalid' }],
]

test.each(answers)('%s', async (_, postcode, reply, answer) => {
  const { client, server } = await startReplayedPostcodesIo({ [`/postcodes/${postcode}`]: reply })
  expect(await client.lookUp(postcode)).toEqual(answer)
  expect(server.requests).toHaveLength(1)
})

test('a server without the 2024 fields is read by the older ones', async () => {
  const { result } = recorded.belfast
  // JSON leaves undefined fields out.
  const none = { parliamentary_constituency_2024: undefined }
  const body = { status: 200, result: { ...result, ...none, codes: { ...result.codes, ...none } } }
  const { client } = await startReplayedPostcodesIo({ '*': { body } })
  expect(await client.lookUp('BT1 5GS')).toMatchObject({ kind: 'live', code: 'N05000003' })
})

test('the 2024 code goes before the older one', async () => {
  const { result } = recorded.belfast
  const body = {
    status: 200,
    result: { ...result, codes: { ...result.codes, parliamentary_constituency: 'N06000003' } },
  }
  const { client } = await startReplayedPostcodesIo({ '*': { body } })
  expect(await client.lookUp('BT1 5GS')).toMatchObject({ code: 'N05000003' })
})

test('a live postcode whose constituency has no name has no constituency', async () => {
  const { result } = recorded.belfast
  const unnamed = { ...result, parliamentary_constituency: null, parliamentary_constituency_2024: null }
  const { client } = await startReplayedPostcodesIo({ '*': { body: { status: 200, result: unnamed } } })
  expect(await client.lookUp('BT1 5GS')).toEqual({ kind: 'no-constituency', postcode: 'BT1 5GS', place: 'other' })
})

test('any spacing and case is asked and answered in the usual form', async () => {
  const { client, server } = await startReplayedPostcodesIo({ '/postcodes/BT1 5GS': { body: recorded.belfast } })
  for (const written of ['bt15gs', ' Bt1  5gS ', 'BT1\u00a05GS']) {
    expect(await client.lookUp(written)).toMatchObject({ kind: 'live', postcode: 'BT1 5GS' })
  }
  expect(server.requests[0]?.headers).toMatchObject({
    accept: 'application/json',
    'user-agent': expect.stringContaining('stable-futures'),
  })
})

test.each(['', '.', '..', 'BT1 5GS/..', 'BT1 5GS?x=1', 'me@example.org', 'Ann Smith', '\ud800', 'BT1'])(
  'nothing that is not written like a postcode is sent: %j',
  async (written) => {
    const { client, send } = await startReplayedPostcodesIo({})
    expect(await client.lookUp(written)).toEqual({ kind: 'invalid' })
    expect(send).not.toHaveBeenCalled()
  },
)

describe('terminated', () => {
  const gone: Reply = { status: 404, body: recorded.terminated }
  const unknown = { kind: 'terminated', postcode: 'AB1 0AA', nearest: null }

  test('with the nearest live postcode', async () => {
    const { client, server } = await startReplayedPostcodesIo({
      '/postcodes/AB1 0AA': gone,
      '/postcodes': { body: recorded.nearest },
    })
    expect(await client.lookUp('AB1 0AA')).toEqual({ ...unknown, nearest: { postcode: 'AB10 1AB', code: 'S14000061' } })
    expect(server.requests[1]?.path).toContain('/postcodes?lon=-2.242851&lat=57.101474')
  })

  const jerseyNear = { status: 200, result: [recorded.jersey.result] }
  const without: [string, Reply][] = [
    ['nothing near', { body: recorded.nothingNear }],
    ['nothing near, as an empty list', { body: { status: 200, result: [] } }],
    ['a neighbour without a constituency', { body: jerseyNear }],
    ['the second request failing', { status: 500, body: recorded.serverError }],
    ['the second answer being nonsense', { body: { status: 200, result: [{}] } }],
  ]
  test.each(without)('with %s', async (_, reply) => {
    const { client } = await startReplayedPostcodesIo({ '/postcodes/AB1 0AA': gone, '/postcodes': reply })
    expect(await client.lookUp('AB1 0AA')).toEqual(unknown)
  })

  test('without coordinates there is no second request', async () => {
    const body = {
      ...recorded.terminated,
      terminated: { ...recorded.terminated.terminated, longitude: null, latitude: null },
    }
    const { client, server } = await startReplayedPostcodesIo({ '*': { status: 404, body } })
    expect(await client.lookUp('AB1 0AA')).toEqual(unknown)
    expect(server.requests).toHaveLength(1)
  })
})
