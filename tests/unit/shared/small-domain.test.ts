import { expect, test } from 'vitest'
import { composePageCount } from '@/lib/actions/model/counts'
import { formatUkDay, toUkDay } from '@/lib/shared/model/uk-time'
import type { ShownOutcome } from '@/lib/postcodes/model/lookup'
import { composeFindMpText } from '@/lib/postcodes/words'

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

test('a day is the UK’s, across summer time and midnight', () => {
  expect(toUkDay(new Date('2026-07-01T23:30:00Z'))).toBe('2026-07-02')
  expect(toUkDay(new Date('2026-12-01T23:30:00Z'))).toBe('2026-12-01')
  expect(formatUkDay(new Date('2026-08-31T00:00:00Z'))).toBe('31 August 2026')
})

const seat = { slug: 'aberdeen-south', name: 'Aberdeen South' }
const choices = [{ slug: 'aberdeen-south', name: 'Aberdeen South', mp: null, note: null }]
const outcomes: ShownOutcome[] = [
  { outcome: 'found', isRepaired: true, postcode: 'M20 1AA', typed: 'M2O 1AA', seat },
  { outcome: 'terminated', postcode: 'AB1 0AA', nearest: { postcode: 'AB10 1AB', seat } },
  { outcome: 'terminated', postcode: 'AB1 0AA', nearest: null },
  { outcome: 'not-found', postcode: 'M1 9ZZ', choices },
  { outcome: 'not-found', postcode: 'M1 9ZZ', choices: [] },
  { outcome: 'invalid' },
  {
    outcome: 'several-postcodes',
    postcodes: [
      { postcode: 'M14 5AA', seat },
      { postcode: 'BT1 5GS', seat: null },
    ],
  },
  { outcome: 'half-postcode', outcode: 'M14', start: '', choices },
  { outcome: 'half-postcode', outcode: 'M14', start: '5A', choices: [...choices, ...choices] },
  { outcome: 'northern-ireland', outcode: 'BT7', town: 'Belfast', likely: choices, others: choices, canRetry: true },
  { outcome: 'northern-ireland', outcode: 'BT7', town: null, likely: [], others: choices, canRetry: false },
  { outcome: 'names', typed: 'Aberdeen', isExact: true, choices, more: 12 },
  { outcome: 'names', typed: 'Aberdeen', isExact: false, choices, more: 0 },
  { outcome: 'no-match', typed: 'zzz' },
  { outcome: 'not-represented', place: 'channel-islands' },
  { outcome: 'not-represented', place: 'isle-of-man' },
  { outcome: 'not-represented', place: 'forces' },
  { outcome: 'not-represented', place: 'overseas' },
  { outcome: 'unavailable', choices },
  { outcome: 'unavailable', choices: [] },
  { outcome: 'dissolved' },
  { outcome: 'limited' },
]

test('every outcome has its own text and a next step', () => {
  const texts = outcomes.map(composeFindMpText)
  expect(new Set(texts.map((text) => JSON.stringify(text))).size).toBe(outcomes.length)
  for (const text of texts) {
    expect(text.heading).toMatch(/\w/)
    expect(text.fieldError !== null || text.paragraphs.length > 0).toBe(true)
    for (const { href } of text.links) expect(href).toMatch(/^(\/(find|take-action)|https:\/\/www\.)/)
  }
})
