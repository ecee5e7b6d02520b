import { expect, test } from 'vitest'
import { composePageCount } from '@/lib/actions/model/counts'

test('a seat’s page says how many people wrote, and shows opened and confirmed separately, and nothing for a seat with too few', () => {
  const [none, asOf] = [{ opened: null, confirmed: null }, new Date('2026-07-03T13:00:00Z')]
  expect(composePageCount({ seat: none, all: { opened: 0, confirmed: 0 }, asOf }, 'Bath')).toEqual({
    here: null,
    everywhere: 'You could be one of the first to write to an MP from here.',
    asOf: 'Counted up to 14:00 on 3 July 2026.',
  })
  expect(composePageCount({ seat: none, all: { opened: 4, confirmed: 4 }, asOf }, 'Bath').everywhere).toBe(
    'You could be one of the first to write to an MP from here.',
  )
  expect(composePageCount({ seat: none, all: { opened: 5, confirmed: 4 }, asOf }, 'Bath').everywhere).toBe(
    'At least 5 messages to MPs have been opened or copied here.',
  )
  expect(
    composePageCount({ seat: { opened: 1200, confirmed: 5 }, all: { opened: 2000, confirmed: 1999 }, asOf }, 'Bath'),
  ).toMatchObject({
    here: 'At least 5 people in Bath have written.',
    everywhere:
      'At least 2,000 messages to MPs have been opened or copied here. People told us they sent at least 1,999.',
  })
})
