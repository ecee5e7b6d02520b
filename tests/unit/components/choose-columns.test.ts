import { expect, test } from 'vitest'
import { chooseColumns } from '@/components/wall/choose-columns'

test.each([
  [1, 1],
  [2, 2],
  [3, 3],
  [4, 2],
  [7, 2],
  [13, 3],
  [22, 3],
  [23, 3],
  [60, 3],
  [61, 'rows'],
  [1200, 'rows'],
])('%d names stand in %j columns', (length, columns) => expect(chooseColumns(length)).toBe(columns))

test('the last column is at least half full, however many names there are', () => {
  for (let length = 1; length <= 60; length++) {
    const columns = Number(chooseColumns(length))
    const rows = Math.ceil(length / columns)
    expect(2 * (length - rows * (columns - 1)), `${length}`).toBeGreaterThanOrEqual(rows)
  }
})
