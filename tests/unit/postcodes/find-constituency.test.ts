import { expect, test } from 'vitest'
import { findConstituency, findOutsideIndex } from '@/lib/postcodes/find-constituency'
import type { PostcodeIndex } from '@/lib/postcodes/index/open'
import type { PostcodesIoAnswer } from '@/lib/postcodes/postcodes-io-client/answer'
import type { PostcodesIoClient } from '@/lib/postcodes/postcodes-io-client/client'
import * as recorded from '@/tests/fixtures/postcodes-io'
import { startReplayedPostcodesIo } from '@/tests/fixtures/replayed-postcodes-io'

const index: PostcodeIndex = {
  date: '2023-02-01',
  credit: '',
  codes: [],
  hasSector: () => false,
  listOutcodes: () => [],
  postcodes: 1,
  find: (postcode) => {
    if (postcode === 'SW1A 0AA') return { kind: 'live', code: 'E14001172' }
    return { kind: postcode === 'AB1 0AA' ? 'terminated' : 'unknown' }
  },
}

/** A client that knows a few answers, and what it was asked. Anything else is not found. */
function knowing(answers: Record<string, PostcodesIoAnswer>): PostcodesIoClient & { asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    async lookUp(postcode) {
      asked.push(postcode)
      return answers[postcode] ?? { kind: 'not-found' }
    },
  }
}

const live = (postcode: string, code: string) =>
  ({ kind: 'live', postcode, code, country: 'Northern Ireland' }) as const
const down = { kind: 'unavailable', reason: 'timed-out' } as const
const found = { outcome: 'found', postcode: 'BT1 5GS', code: 'N05000003' }
const belfast = { 'BT1 5GS': live('BT1 5GS', 'N05000003') }

test.each([
  ['sw1a 0aa', { outcome: 'found', postcode: 'SW1A 0AA', code: 'E14001172', isRepaired: false }],
  ['AB1 0AA', { outcome: 'terminated', postcode: 'AB1 0AA' }],
  ['JE2 4WD', { outcome: 'not-represented', place: 'channel-islands' }],
  ['hello', { outcome: 'invalid' }],
])('the index answers %j and nobody is asked', async (input, answer) => {
  const client = knowing({})
  expect(await findConstituency(input, { index, client })).toMatchObject(answer)
  expect(client.asked).toEqual([])
})

test('what the index does not know is asked of the real client', async () => {
  const { client } = await startReplayedPostcodesIo({
    '/postcodes/BT1 5GS': { body: recorded.belfast },
    '*': { status: 404, body: recorded.notFound },
  })
  expect(await findConstituency('bt1 5gs', { index, client })).toEqual({ ...found, isRepaired: false })
  expect(await findConstituency('BT99 1AA', { index, client })).toEqual({ outcome: 'not-found', postcode: 'BT99 1AA' })
})

test('without a client Northern Ireland is unavailable and Great Britain not found', async () => {
  expect(await findConstituency('BT1 5GS', { index, client: null })).toEqual({
    outcome: 'unavailable',
    isNorthernIreland: true,
  })
  expect(await findConstituency('SW1A 9ZZ', { index, client: null })).toMatchObject({ outcome: 'not-found' })
})

const literal: [PostcodesIoAnswer, object][] = [
  [belfast['BT1 5GS'], { ...found, isRepaired: false }],
  [
    { kind: 'terminated', postcode: 'BT1 5GS', nearest: { postcode: 'BT1 5GT', code: 'N05000003' } },
    { outcome: 'terminated', postcode: 'BT1 5GS', nearest: { postcode: 'BT1 5GT', code: 'N05000003' } },
  ],
  [
    { kind: 'terminated', postcode: 'BT1 5GS', nearest: null },
    { outcome: 'terminated', postcode: 'BT1 5GS', nearest: null },
  ],
  [
    { kind: 'no-constituency', postcode: 'BT1 5GS', place: 'isle-of-man' },
    { outcome: 'not-represented', place: 'isle-of-man' },
  ],
  [
    { kind: 'no-constituency', postcode: 'BT1 5GS', place: 'other' },
    { outcome: 'not-found', postcode: 'BT1 5GS' },
  ],
  [down, { outcome: 'unavailable', isNorthernIreland: true }],
]
test.each(literal)('the literal reading settles it: %j', async (answer, expected) => {
  const client = knowing({ 'BT1 5GS': answer, 'BT1 5G5': live('BT1 5G5', 'N05000002') })
  expect(await findOutsideIndex('bt15gs', ['BT1 5GS', 'BT1 5G5'], client)).toEqual(expected)
  expect(client.asked).toEqual(['BT1 5GS'])
})

test('a new postcode of Great Britain is unavailable, not missing, while the service is down', async () => {
  const answer = await findOutsideIndex('SW1A 9ZZ', ['SW1A 9ZZ'], knowing({ 'SW1A 9ZZ': down }))
  expect(answer).toEqual({ outcome: 'unavailable', isNorthernIreland: false })
})

test.each<[string, PostcodesIoAnswer]>([
  ['not found', { kind: 'not-found' }],
  ['invalid', { kind: 'invalid' }],
])('where the literal reading is %s the one live repair counts', async (_, answer) => {
  const client = knowing({ ...belfast, 'BT1 56S': answer })
  expect(await findOutsideIndex('BT1 56S', ['BT1 56S', 'BT1 5GS', 'BT1 5SS'], client)).toEqual({
    ...found,
    isRepaired: true,
  })
  expect(client.asked[0]).toBe('BT1 56S')
})

test('what is not written like a postcode is a repair, even its only reading', async () => {
  expect(await findOutsideIndex('BTI 5GS', ['BT1 5GS'], knowing(belfast))).toEqual({ ...found, isRepaired: true })
})

test.each(['ｂｔ１ 5gs', 'BT1-5GS', ' bt1\u00a05gs. '])(
  'spacing, case, width and dots are no repair: %j',
  async (input) => {
    expect(await findOutsideIndex(input, ['BT1 5GS'], knowing(belfast))).toEqual({ ...found, isRepaired: false })
  },
)

const unclear: [name: string, answers: Record<string, PostcodesIoAnswer>, expected: object][] = [
  [
    'two live repairs',
    { ...belfast, 'BT1 5CS': live('BT1 5CS', 'N05000003') },
    { outcome: 'not-found', postcode: 'BT1 56S' },
  ],
  ['no live repair', {}, { outcome: 'not-found', postcode: 'BT1 56S' }],
  [
    'only a terminated repair',
    { 'BT1 5GS': { kind: 'terminated', postcode: 'BT1 5GS', nearest: null } },
    { outcome: 'not-found', postcode: 'BT1 56S' },
  ],
  [
    'a live repair beside an unanswered one',
    { ...belfast, 'BT1 5CS': down },
    { outcome: 'unavailable', isNorthernIreland: true },
  ],
]
test.each(unclear)('%s is no repair', async (_, answers, expected) => {
  expect(await findOutsideIndex('BT1 56S', ['BT1 56S', 'BT1 5GS', 'BT1 5CS'], knowing(answers))).toEqual(expected)
})

test('four repairs are asked, but of five none: that would be guessing', async () => {
  const repairs = ['BT1 5AA', 'BT1 5AB', 'BT1 5AD', 'BT1 5GS']
  const four = knowing(belfast)
  expect(await findOutsideIndex('BT1 56S', ['BT1 56S', ...repairs], four)).toMatchObject({ isRepaired: true })
  const five = knowing(belfast)
  expect(await findOutsideIndex('BT1 56S', ['BT1 56S', ...repairs, 'BT1 5AE'], five)).toMatchObject({
    outcome: 'not-found',
  })
  expect([four.asked.length, five.asked.length]).toEqual([5, 1])
})

test('no reading at all is invalid', async () => {
  expect(await findOutsideIndex('', [], knowing({}))).toEqual({ outcome: 'invalid' })
})
