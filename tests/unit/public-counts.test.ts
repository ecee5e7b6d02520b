import { expect, test } from 'vitest'
import { channels } from '@/lib/domain/channel'
import { arrangeCounts, composePageCounts, hideSmallCounts, sumChannels } from '@/lib/domain/public-counts'

const none = { x: 0, bluesky: 0, email: 0, letter: 0, copy: 0 }

test('every kind and channel has a number, and what is unknown has none', () => {
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

test('from 0 to 4 only "fewer than 5" is told of a constituency', () => {
  const counts = arrangeCounts([4, 5].map((count, at) => ({ kind: 'opened', channel: at ? 'email' : 'x', count })))
  const few = 'fewer than 5'
  expect(hideSmallCounts(counts).opened).toEqual({ x: few, bluesky: few, email: 5, letter: few, copy: few })
})

test('a page’s count of a seat tells nothing that the counts by channel hide', () => {
  const count = (...opened: number[]) => {
    const seat = arrangeCounts(opened.map((each, at) => ({ kind: 'opened', channel: channels[at] ?? '', count: each })))
    return composePageCounts(seat, seat)
  }
  expect(count(1, 1, 1, 1).seat).toEqual({ opened: null, confirmed: null })
  expect(count(1, 1, 1, 1).all).toEqual({ opened: 4, confirmed: 0 })
  expect(count(4, 4, 4).seat.opened).toBe(5)
  expect(count(5, 7, 4).seat.opened).toBe(12)
  // Whatever a hidden channel holds, the same is told.
  for (const hidden of [0, 1, 2, 3, 4]) expect(count(6, hidden, 8).seat.opened).toBe(14)
  expect(count(5, 5, 5, 5, 5).seat.opened).toBe(25)
})
