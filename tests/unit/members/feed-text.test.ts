import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanFeedText } from '@/lib/members/model/feed-text'
import { memberItem } from '@/lib/members/members-api/shapes'

test.each([
  ['Sinn Fe\u0301in', 'Sinn Féin'],
  ['Plaid&nbsp;Cymru', 'Plaid Cymru'],
  ['Tom &amp; Jerry', 'Tom & Jerry'],
  ['O&#39;Neill', "O'Neill"],
  ['\u200BAnn\u00AD Able\uFEFF ', 'Ann Able'],
  ['Ynys  Mo\u0302n', 'Ynys Môn'],
])('%j is stored as %s', (given, stored) => {
  expect(cleanFeedText(given)).toBe(stored)
})

test('cleaning twice changes nothing more, unless an entity hid another', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      fc.pre(!text.includes('&'))
      expect(cleanFeedText(cleanFeedText(text))).toBe(cleanFeedText(text))
    }),
  )
})

test('a Member’s party is the same however the feed spells it', () => {
  const party = (name: string) =>
    memberItem.parse({
      value: {
        id: 1,
        nameDisplayAs: 'Ann Able',
        latestParty: { name },
        latestHouseMembership: {
          membershipFrom: 'Foyle',
          house: 1,
          membershipStartDate: '2024-07-04T00:00:00',
          membershipEndDate: null,
        },
      },
    }).value.latestParty.name
  expect(party('Sinn Fe\u0301in')).toBe(party('Sinn Féin'))
})
