import { expect, test } from 'vitest'
import { formatAge } from '@/lib/shared/model/uk-time'
import { composeSourcedDetails, type DetailSources } from '@/lib/members/model/sourced-details'
import { type DirectoryQuery, isSettled, pickSeats } from '@/lib/members/model/desk-list'
import { describeWallChange } from '@/lib/supporters/model/review'

const all: DirectoryQuery = { q: '', party: '', nation: '', show: '' }
const applies = { state: 'applies', agrees: false }
const seats = [
  {
    name: 'Ynys Môn',
    nation: 'Wales',
    mp: { name: 'Ann Able', party: 'Plaid Cymru', email: 'ann@parliament.uk' },
    corrections: [],
  },
  { name: 'Bath', nation: 'England', mp: { name: 'Bob Brown', party: 'Labour', email: null }, corrections: [applies] },
  { name: 'Ayr', nation: 'Scotland', mp: null, corrections: [{ state: 'expired', agrees: false }] },
]

test.each<[Partial<DirectoryQuery>, string[]]>([
  [{}, ['Ynys Môn', 'Bath', 'Ayr']],
  [{ q: 'ynys mon' }, ['Ynys Môn']],
  [{ q: 'brow lab' }, ['Bath']],
  [{ q: 'wales' }, ['Ynys Môn']],
  [{ q: 'nobody' }, []],
  [{ party: 'Labour' }, ['Bath']],
  [{ nation: 'Scotland' }, ['Ayr']],
  [{ show: 'vacant' }, ['Ayr']],
  [{ show: 'no-email' }, ['Bath']],
  [{ show: 'overridden' }, ['Bath', 'Ayr']],
  [{ show: 'settled' }, ['Ayr']],
  [{ show: 'overridden', nation: 'England' }, ['Bath']],
])('%j finds %j', (query, names) => {
  expect(pickSeats(seats, { ...all, ...query }).map(({ name }) => name)).toEqual(names)
})

test('a correction can go once it does nothing any more', () => {
  expect(isSettled(applies)).toBe(false)
  expect(isSettled({ state: 'applies', agrees: true })).toBe(true)
  expect(isSettled({ state: 'other-member', agrees: false })).toBe(true)
})

test.each([
  ['2026-11-22T00:00:00Z', 'today'],
  ['2026-11-21T23:59:00Z', 'yesterday'],
  ['2026-11-20T09:00:00Z', '2 days ago'],
  ['2026-08-31T00:00:00Z', '83 days ago'],
])('%s is %s', (at, words) => expect(formatAge(new Date(at), new Date('2026-11-22T10:00:00Z'))).toBe(words))

const member = {
  id: 7,
  name: 'Ann Able',
  party: 'Labour',
  email: 'ann@parliament.uk',
  xHandle: 'ann',
  xSource: 'mysociety',
  blueskyHandle: 'ann.bsky.social',
  memberSince: '2024-07-04',
}
const [seed, change, last] = ['2026-08-31', '2026-10-01', '2026-11-21'].map((day) => new Date(`${day}T00:00:00Z`))
const sources: DetailSources = {
  member,
  corrections: [],
  history: [],
  loads: { seed: seed ?? null, last: last ?? null },
}
const line = {
  seatCode: 'E1',
  memberId: 7,
  field: 'bluesky',
  before: null,
  after: 'ann.bsky.social',
  checkedAt: change ?? new Date(0),
}
const detail = (given: Partial<DetailSources>, field: string) =>
  composeSourcedDetails({ ...sources, ...given }).find((each) => each.field === field)

test('a handle is mySociety’s, as old as the seed, until Parliament gives it', () => {
  expect(detail({}, 'x')).toMatchObject({ source: 'mysociety', checkedAt: seed, since: null })
  expect(detail({}, 'email')).toMatchObject({ source: 'parliament', checkedAt: last })
  expect(detail({}, 'bluesky')).toMatchObject({ source: 'mysociety' })
  expect(detail({ history: [line] }, 'bluesky')).toMatchObject({ source: 'parliament', since: change, checkedAt: last })
  expect(detail({ history: [{ ...line, memberId: 8 }] }, 'bluesky')).toMatchObject({ source: 'mysociety', since: null })
})

test('of a seat that is vacant, also by our word, there is nothing else to tell', () => {
  const savedAt = change ?? new Date(0)
  expect(composeSourcedDetails({ ...sources, member: null })).toMatchObject([
    { field: 'member', value: null, source: 'parliament' },
  ])
  const vacancy = { field: 'vacant', state: 'applies' as const, value: null, savedAt }
  expect(composeSourcedDetails({ ...sources, corrections: [vacancy] })).toEqual([
    { field: 'member', value: null, source: 'staff', since: savedAt, checkedAt: savedAt },
  ])
  expect(composeSourcedDetails({ ...sources, corrections: [{ ...vacancy, state: 'expired' }] })).toHaveLength(6)
})

test.each([
  [{ what: 'seat', before: 'Bath', after: null }, 'Sits for Bath no longer.'],
  [{ what: 'seat', before: null, after: null }, 'Sits in the Commons no longer.'],
  [{ what: 'seat', before: null, after: 'Ayr' }, 'Sits for Ayr now.'],
  [{ what: 'seat', before: 'Bath', after: 'Ayr' }, 'Sits for Ayr now, and sat for Bath before.'],
  [{ what: 'party', before: 'Labour', after: 'Independent' }, 'Independent now, Labour before.'],
  [{ what: 'office', before: 'Labour', after: 'Speaker' }, 'Speaker of the House now, Labour before.'],
  [{ what: 'office', before: 'Speaker', after: 'Labour' }, 'Speaker no longer: Labour now.'],
] as const)('%j: %s', (what, words) => expect(describeWallChange(what)).toBe(words))
