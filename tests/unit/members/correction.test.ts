import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyCorrections, compareCorrection, correctionFields } from '@/lib/members/model/correction'

const mp = { id: 7, name: 'Ann Able', party: 'Labour', email: 'ann@parliament.uk', xHandle: 'ann', blueskyHandle: null }
const correction = fc.record({
  memberId: fc.constantFrom(7, 8),
  field: fc.constantFrom(...correctionFields),
  value: fc.option(fc.string()),
})

test('a correction changes what it is about, of the Member it is about, and nothing else', () => {
  fc.assert(
    fc.property(fc.uniqueArray(correction, { selector: ({ field }) => field }), (corrections) => {
      const mine = corrections.filter(({ memberId }) => memberId === 7)
      const value = (field: string, otherwise: string | null) => {
        const found = mine.find((each) => each.field === field)
        return found ? found.value : otherwise
      }
      const expected = {
        ...mp,
        email: value('email', mp.email),
        xHandle: value('x', mp.xHandle),
        blueskyHandle: value('bluesky', null),
      }
      expect(applyCorrections(mp, corrections)).toEqual(mine.some(({ field }) => field === 'vacant') ? null : expected)
      expect(applyCorrections(null, corrections)).toBeNull()
    }),
  )
})

test.each([
  [
    'email',
    'new@parliament.uk',
    mp,
    '2026-12-01',
    { state: 'applies', directoryValue: 'ann@parliament.uk', agrees: false },
  ],
  ['email', 'Ann@Parliament.uk', mp, '2026-12-01', { state: 'applies', agrees: true }],
  ['bluesky', null, mp, '2026-12-01', { state: 'applies', directoryValue: null, agrees: true }],
  ['x', 'new', mp, '2026-11-21', { state: 'expired', agrees: false }],
  ['x', 'new', mp, '2026-11-22', { state: 'applies' }],
  ['x', 'ann', { ...mp, id: 8 }, '2026-12-01', { state: 'other-member', agrees: false }],
  ['vacant', null, mp, '2026-12-01', { state: 'applies', directoryValue: 'Ann Able', agrees: false }],
  ['vacant', null, null, '2026-12-01', { state: 'applies', agrees: true }],
  ['vacant', null, { ...mp, id: 8 }, '2026-12-01', { state: 'other-member', agrees: true }],
])('%s %s stands to the directory', (field, value, member, expiresOn, expected) => {
  expect(compareCorrection({ memberId: 7, field, value, expiresOn }, member, '2026-11-22')).toMatchObject(expected)
})
