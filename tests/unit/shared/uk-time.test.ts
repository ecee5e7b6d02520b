import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  formatUkDay,
  formatUkMinute,
  isWithin,
  parsePeriodEnd,
  parseUkMinute,
  startOfUkDay,
  toUkDay,
} from '@/lib/shared/model/uk-time'

const minute = fc
  .integer({ min: Date.UTC(2000, 0, 1) / 60_000, max: Date.UTC(2100, 0, 1) / 60_000 })
  .map((minutes) => new Date(minutes * 60_000))

test('every instant survives formatting and parsing, except in the repeated hour', () => {
  fc.assert(
    fc.property(minute, (instant) => {
      const text = formatUkMinute(instant)
      const read = parseUkMinute(text)
      expect(read && formatUkMinute(read)).toBe(text)
      expect([0, 3_600_000]).toContain(instant.getTime() - (read?.getTime() ?? 0))
    }),
  )
})

test.each([
  ['2026-11-22T09:30', '2026-11-22T09:30:00.000Z'],
  ['2026-07-01T00:00', '2026-06-30T23:00:00.000Z'],
  ['2026-10-25T01:30', '2026-10-25T00:30:00.000Z'], // repeated hour; the first is meant
])('%s is %s', (text, instant) => expect(parseUkMinute(text)?.toISOString()).toBe(instant))

test.each(['2027-03-28T01:30', '2026-02-30T10:00', '2026-11-22T24:00', '2026-11-22', '', 'x'])(
  '“%s” is no minute',
  (text) => {
    expect(parseUkMinute(text)).toBeNull()
  },
)

test('a day starts at midnight in the UK; as an end, it includes the whole day', () => {
  expect(startOfUkDay('2026-07-01')?.toISOString()).toBe('2026-06-30T23:00:00.000Z')
  expect(parsePeriodEnd('2026-10-25', 'from')?.toISOString()).toBe('2026-10-24T23:00:00.000Z')
  expect(parsePeriodEnd('2026-10-25', 'until')?.toISOString()).toBe('2026-10-26T00:00:00.000Z')
  expect(parsePeriodEnd('', 'until')).toBeNull()
  for (const text of ['soon', '2026-02-30', '2026-13-01', '9999-99-99'])
    expect(parsePeriodEnd(text, 'until'), text).toBeUndefined()
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
})

test('a period includes its start but not its end', () => {
  const [a, b] = [new Date(1_000), new Date(2_000)]
  expect([
    isWithin({ from: a, until: b }, a),
    isWithin({ from: a, until: b }, b),
    isWithin({ from: null, until: null }, b),
  ]).toEqual([true, false, true])
})

test('a day is the UK’s, across summer time and midnight', () => {
  expect(toUkDay(new Date('2026-07-01T23:30:00Z'))).toBe('2026-07-02')
  expect(toUkDay(new Date('2026-12-01T23:30:00Z'))).toBe('2026-12-01')
  expect(formatUkDay(new Date('2026-08-31T00:00:00Z'))).toBe('31 August 2026')
})
