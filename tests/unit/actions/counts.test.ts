import { expect, test } from 'vitest'
import { nextMilestone } from '@/lib/actions/model/counts'

test.each([
  [5, 10],
  [9, 10],
  [10, 25],
  [25, 50],
  [412, 500],
  [500, 650],
  [649, 650],
  [650, null],
])('after %d of 650 MPs comes %j', (count, next) => expect(nextMilestone(count, null, 650)).toBe(next))

test('the campaign’s goal is the next milestone when it comes first', () => {
  expect(nextMilestone(412, 450, 650)).toBe(450)
  expect(nextMilestone(412, 600, 650)).toBe(500)
  expect(nextMilestone(412, 400, 650)).toBe(500)
  expect(nextMilestone(1234, 2000)).toBe(2000)
})

test('the next milestone is never so far off that the bar looks empty', () => {
  for (let count = 5; count < 100_000; count++) expect(count / Number(nextMilestone(count, null))).toBeGreaterThan(0.39)
})
