import { expect, it } from 'vitest'
import { getListAge } from '@/lib/postcodes/model/list-age'

const at = (day: string) => new Date(`${day}T12:00:00Z`)

it.each([
  ['2025', '2025-12-31', '2027-02-04'],
  ['2025-10', '2025-10-31', '2026-12-05'],
  ['2024-02', '2024-02-29', '2025-04-04'],
  ['2025-10-15', '2025-10-15', '2026-11-19'],
])('a list of %s is from %s, and a newer one is due after %s', (date, lastDay, dueAfter) => {
  expect(getListAge(date, at('2026-01-01'), 400)).toMatchObject({ lastDay, dueAfter })
})

it('asks for a newer list from two months before it is due', () => {
  expect(getListAge('2025-10', at('2026-10-05'), 400)).toMatchObject({ isToDo: false, ageDays: 339 })
  expect(getListAge('2025-10', at('2026-10-07'), 400)).toMatchObject({ isToDo: true })
  expect(getListAge('2025-10', at('2027-10-07'), 400)).toMatchObject({ isToDo: true })
})
