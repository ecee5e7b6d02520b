import { expect, test } from 'vitest'
import { arrangeCounts, sumChannels, sumPublished } from '@/lib/actions/model/public-counts'

const none = { x: 0, bluesky: 0, email: 0, letter: 0, copy: 0 }

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

test('a page shows the sum of the published channels, or nothing', () => {
  expect(sumPublished({ x: null, bluesky: null, email: null, letter: null, copy: null })).toBeNull()
  expect(sumPublished({ x: 5, bluesky: null, email: 20, letter: null, copy: null })).toBe(25)
})
