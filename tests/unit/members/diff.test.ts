import { describe, expect, test } from 'vitest'
import type { Directory, FetchedMember } from '@/lib/members/model/directory'
import { diffDirectory, type FetchedDirectory } from '@/lib/members/model/diff'
import { applyPlan, directoryMember, fetchedMember } from '../../fixtures/directory'

const ann = directoryMember()
const ben = directoryMember({
  id: 2,
  name: 'Ben Best',
  email: 'ben@parliament.uk',
  xHandle: 'ben',
  xSource: 'mysociety',
  blueskyHandle: null,
})
const current: Directory = {
  seats: [
    { code: 'E1', name: 'Ayr', memberId: 1 },
    { code: 'W1', name: 'Glyndŵr', memberId: 2 },
  ],
  members: [ann, ben],
}
const fromAnn = fetchedMember(ann, 'Ayr')
const fromBen = fetchedMember(ben, 'Glyndwr')
const noContacts = { email: null, xHandle: null, blueskyHandle: null }

function diff(members: FetchedMember[], over: Partial<FetchedDirectory> = {}, directory = current) {
  return diffDirectory(directory, { members, vacantSeatCodes: new Set(), today: '2026-09-01', ...over })
}

test('an answer that agrees changes nothing but whose handle it is', () => {
  const { seats, people, changes, problems } = diff([fromAnn, fromBen])
  expect({ seats, changes, problems }).toEqual({ seats: [], changes: [], problems: [] })
  expect(people).toEqual([{ ...ben, xSource: 'parliament' }])
})

describe('the same person', () => {
  test('each detail that differs is one change', () => {
    const contacts = { email: 'new@parliament.uk', xHandle: 'new', blueskyHandle: 'new.bsky.social' }
    const { changes, people } = diff([{ ...fromAnn, name: 'Dame Ann Able', party: 'Independent', contacts }, fromBen])
    expect(changes.map(({ field, before, after }) => [field, before, after])).toEqual([
      ['name', 'Ann Able', 'Dame Ann Able'],
      ['party', 'Labour', 'Independent'],
      ['email', 'ann.able.mp@parliament.uk', 'new@parliament.uk'],
      ['x', 'annable', 'new'],
      ['bluesky', 'ann.bsky.social', 'new.bsky.social'],
    ])
    expect(people[0]).toMatchObject({ id: 1, xHandle: 'new', xSource: 'parliament' })
  })

  test("Parliament's silence clears its own X handle and email, not what others gave", () => {
    const { changes, people } = diff([
      { ...fromAnn, contacts: noContacts },
      { ...fromBen, contacts: noContacts },
    ])
    expect(changes.map(({ memberId, field }) => [memberId, field])).toEqual([
      [1, 'email'],
      [1, 'x'],
      [2, 'email'],
    ])
    expect(people).toEqual([
      { ...ann, email: null, xHandle: null, xSource: null },
      { ...ben, email: null },
    ])
  })

  test('contacts that could not be fetched stay, the rest is updated', () => {
    const { changes, people, problems } = diff([
      { ...fromAnn, party: 'Independent', contacts: null },
      { ...fromBen, contacts: null },
    ])
    expect(changes.map(({ field }) => field)).toEqual(['party'])
    expect(people).toEqual([{ ...ann, party: 'Independent' }])
    expect(problems.map(({ problem }) => problem)).toEqual(['contacts-failed', 'contacts-failed'])
  })
})

describe('another person', () => {
  const cat = fetchedMember(directoryMember({ id: 3, name: 'Cat Cole', memberSince: '2026-08-30' }), 'AYR')

  test('takes the seat, and the one before has left', () => {
    const { seats, changes, people } = diff([cat, fetchedMember(ben, 'Glyndŵr')])
    expect(seats).toEqual([{ code: 'E1', memberId: 3 }])
    expect(changes).toEqual([{ seatCode: 'E1', memberId: 3, field: 'member', before: 'Ann Able', after: 'Cat Cole' }])
    expect(people.find(({ id }) => id === 1)).toEqual({ ...ann, leftOn: '2026-09-01' })
    expect(people.find(({ id }) => id === 3)).toMatchObject({ name: 'Cat Cole', xSource: 'parliament', leftOn: null })
  })

  test('without contacts comes with none', () => {
    const { people } = diff([{ ...cat, contacts: null }, fromBen])
    expect(people.find(({ id }) => id === 3)).toMatchObject({ ...noContacts, xSource: null })
  })

  test('who left and comes back has not left any more', () => {
    const left = directoryMember({ id: 3, name: 'Cat Cole', memberSince: '2026-08-30', leftOn: '2024-05-30' })
    const { people } = diff([cat, fromBen], {}, { ...current, members: [...current.members, left] })
    expect(people.find(({ id }) => id === 3)).toEqual({ ...left, leftOn: null })
  })
})

describe('moves', () => {
  test('two people may swap seats', () => {
    const { seats, changes, people } = diff([fetchedMember(ann, 'Glyndŵr'), fetchedMember(ben, 'Ayr')])
    expect(seats).toEqual([
      { code: 'E1', memberId: 2 },
      { code: 'W1', memberId: 1 },
    ])
    expect(changes.map(({ before, after }) => [before, after])).toEqual([
      ['Ann Able', 'Ben Best'],
      ['Ben Best', 'Ann Able'],
    ])
    expect(people.every(({ leftOn }) => leftOn === null)).toBe(true)
  })

  test('nobody stays in a seat that they left for another', () => {
    const { seats, problems } = diff([fetchedMember(ann, 'Glyndŵr')])
    expect(seats).toEqual([
      { code: 'E1', memberId: null },
      { code: 'W1', memberId: 1 },
    ])
    expect(problems.map(({ problem }) => problem)).toEqual(['seat-absent'])
  })
})

describe('what is not settled', () => {
  test('a seat absent from the answer stays and is reported', () => {
    const { seats, changes, problems } = diff([fromAnn])
    expect([seats, changes]).toEqual([[], []])
    expect(problems).toEqual([{ problem: 'seat-absent', seatCode: 'W1', seatName: 'Glyndŵr', memberName: 'Ben Best' }])
  })

  test('a confirmed vacancy empties the seat', () => {
    const { seats, changes, people, problems } = diff([fromAnn], { vacantSeatCodes: new Set(['W1']) })
    expect(seats).toEqual([{ code: 'W1', memberId: null }])
    expect(changes).toEqual([{ seatCode: 'W1', memberId: 2, field: 'member', before: 'Ben Best', after: null }])
    expect(people).toEqual([{ ...ben, leftOn: '2026-09-01' }])
    expect(problems).toEqual([])
  })

  test('an unknown constituency is reported, and its Member stays where they were', () => {
    const { seats, people, problems } = diff([fetchedMember(ann, 'Ayr and Arran'), fromBen])
    expect(seats).toEqual([])
    expect(people.map(({ id }) => id)).toEqual([2])
    expect(problems).toEqual([
      { problem: 'unknown-constituency', memberId: 1, memberName: 'Ann Able', constituencyName: 'Ayr and Arran' },
      { problem: 'seat-absent', seatCode: 'E1', seatName: 'Ayr', memberName: 'Ann Able' },
    ])
  })

  test('a seat that two are listed for stays as it is', () => {
    const rival = fetchedMember(directoryMember({ id: 9, name: 'Zoe' }), 'Ayr')
    const { seats, people, problems } = diff([fromAnn, rival, fromBen])
    expect(seats).toEqual([])
    expect(people.map(({ id }) => id)).toEqual([2])
    expect(problems).toEqual([
      { problem: 'seat-claimed-twice', seatCode: 'E1', seatName: 'Ayr', memberNames: ['Ann Able', 'Zoe'] },
    ])
  })
})

test('a vacancy filled again is one change', () => {
  const vacant = applyPlan(current, diff([fromAnn], { vacantSeatCodes: new Set(['W1']) }))
  const { changes } = diff([fromAnn, fromBen], {}, vacant)
  expect(changes).toEqual([{ seatCode: 'W1', memberId: 2, field: 'member', before: null, after: 'Ben Best' }])
})
