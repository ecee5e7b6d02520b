import { expect, test } from 'vitest'
import { storedCounts } from '@/lib/actions/get-publication'
import { arrange, arrangeCounts, sumChannels, maxPublished } from '@/lib/actions/model/public-counts'

const none = arrange(() => 0).opened

test('every kind and channel has a number, and unknown ones have none', () => {
  const rows = [
    { kind: 'opened', channel: 'email', count: 7 },
    { kind: 'confirmed', channel: 'letter', count: 2 },
    { kind: 'opened', channel: 'telegram', count: 9 },
    { kind: 'dreamt', channel: 'x', count: 9 },
  ]
  const counts = arrangeCounts(rows)
  expect(counts).toEqual({ opened: { ...none, email: 7 }, confirmed: { ...none, letter: 2 } })
  expect(sumChannels(counts.opened)).toBe(7)
})

test('a page shows the most published for one channel, since one person may use several, or nothing', () => {
  const nothing = arrange(() => null).opened
  expect(maxPublished(nothing)).toBeNull()
  expect(maxPublished({ ...nothing, x: 5, email: 20 })).toBe(20)
})

test('counts that another version published, with fewer or more channels, can be read', () => {
  const earlier = { x: 1, bluesky: 2, email: 3, letter: 4, copy: 5 }
  const seats = { E14001063: { opened: { email: 5, telegram: 5 } } }
  expect(
    storedCounts.parse({ totals: { opened: earlier, confirmed: { telegram: 9 } }, seatsContacted: 1, seats }),
  ).toEqual({
    totals: { opened: { ...none, ...earlier }, confirmed: none },
    seatsContacted: 1,
    seats: { E14001063: { opened: { email: 5 } } },
  })
})
