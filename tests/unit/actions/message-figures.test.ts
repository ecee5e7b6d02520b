import { expect, test } from 'vitest'
import { formatMessageCsv } from '@/lib/actions/figures-csv'
import { listMessageLines, unknownMessage } from '@/lib/actions/model/message-figures'
import { offeredRule } from '@/lib/actions/model/offered-rule'

const row = (ruleId: number, kind: string, channel: string, count: number) => ({ ruleId, kind, channel, count })
const counted = [
  row(1, 'opened', 'email', 3),
  row(1, 'confirmed', 'email', 2),
  row(2, 'opened', 'email', 4),
  row(2, 'opened', 'x', 5),
]
const all = [
  { kind: 'opened', channel: 'email', count: 7 },
  { kind: 'opened', channel: 'x', count: 6 },
  { kind: 'confirmed', channel: 'email', count: 2 },
]
const names = new Map([
  [1, 'Scotland'],
  [2, 'Wales'],
  [3, 'Only letters'],
])

test('messages come with the busiest first, and last what isn’t known by message', () => {
  const lines = listMessageLines({ counted, all, sent: new Map([[3, 2]]), allSent: 3, names })
  expect(lines).toMatchObject([
    { name: 'Wales', sent: 0, opened: { email: 4, x: 5 }, confirmed: { email: 0 } },
    { name: 'Scotland', sent: 0, opened: { email: 3, x: 0 }, confirmed: { email: 2 } },
    { name: 'Only letters', sent: 2, opened: { email: 0 } },
    { name: unknownMessage, sent: 1, opened: { email: 0, x: 1 }, confirmed: { email: 0 } },
  ])
  const [head, ...rows] = formatMessageCsv(lines).trim().split('\r\n')
  expect(head).toMatch(/^message,opened x,.*,letters sent from here$/)
  expect(rows.map((line) => [line.split(',')[0], line.split(',').at(-1)])).toEqual([
    ['Wales', '0'],
    ['Scotland', '0'],
    ['Only letters', '2'],
    [unknownMessage, '1'],
  ])
})

test('without anything unknown there is no such line, and two readings never make a negative one', () => {
  const whole = all.map((each) => (each.channel === 'x' ? { ...each, count: 4 } : each))
  const lines = listMessageLines({ counted, all: whole, sent: new Map([[1, 5]]), allSent: 4, names })
  expect(lines.map(({ name }) => name)).toEqual(['Wales', 'Scotland'])
  expect(listMessageLines({ counted: [], all: [], sent: new Map(), allSent: 0, names: new Map() })).toEqual([])
})

test.each([
  ['12', 12],
  [12, 12],
  ['', null],
  [undefined, null],
  [null, null],
  ['x', null],
  [0, null],
  [-1, null],
  [1.5, null],
  [2 ** 31, null],
  [{}, null],
  [Symbol('x'), null],
])('what a page says of its message is a number or nothing: %o', (given, read) => {
  expect(offeredRule.parse(given)).toBe(read)
})
