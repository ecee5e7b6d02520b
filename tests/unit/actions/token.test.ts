import fc from 'fast-check'
import { expect, test } from 'vitest'
import { composeActionToken, isActionToken } from '@/lib/actions/token'

const dayKey = Buffer.alloc(32, 1)
const now = new Date('2026-11-26T18:00:00Z')
const text = fc.string({ maxLength: 60 })
const subjects = fc.record({ seatCode: text, key: text, address: text })
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

test('a token is valid for its subject, for hours', () => {
  fc.assert(
    fc.property(subjects, fc.integer({ min: 0, max: 360 }), (subject, minutes) => {
      expect(isActionToken(composeActionToken(subject, now, dayKey), subject, later(minutes), dayKey)).toBe(true)
    }),
  )
})

test('it fails for any other seat, key or address', () => {
  fc.assert(
    fc.property(
      subjects,
      fc.constantFrom('seatCode' as const, 'key' as const, 'address' as const),
      text,
      (subject, field, value) => {
        fc.pre(subject[field] !== value)
        expect(
          isActionToken(composeActionToken(subject, now, dayKey), { ...subject, [field]: value }, now, dayKey),
        ).toBe(false)
      },
    ),
  )
})

test('no field’s characters can spill into the next', () => {
  const token = composeActionToken({ seatCode: 'ab', key: 'c', address: 'd' }, now, dayKey)
  expect(isActionToken(token, { seatCode: 'a', key: 'c', address: 'bd' }, now, dayKey)).toBe(false)
})

test('it fails when it is too old, from the future, or signed with another day’s key', () => {
  fc.assert(
    fc.property(subjects, fc.integer({ min: 361, max: 10_000_000 }), (subject, minutes) => {
      const token = composeActionToken(subject, now, dayKey)
      expect(isActionToken(token, subject, later(minutes), dayKey)).toBe(false)
      expect(isActionToken(token, subject, later(-minutes), dayKey)).toBe(false)
      expect(isActionToken(token, subject, now, Buffer.alloc(32, 2))).toBe(false)
    }),
  )
})

test('a changed or invented token fails', () => {
  fc.assert(
    fc.property(subjects, fc.nat(25), text, (subject, at, put) => {
      const token = composeActionToken(subject, now, dayKey)
      const changed = token.slice(0, at) + put + token.slice(at + 1)
      fc.pre(changed !== token)
      expect(isActionToken(changed, subject, now, dayKey)).toBe(false)
      expect(isActionToken(put, subject, now, dayKey)).toBe(false)
    }),
  )
})
