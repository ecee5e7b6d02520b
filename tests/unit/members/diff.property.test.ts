import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Directory, DirectoryMember, FetchedMember } from '@/lib/members/model/directory'
import { diffDirectory } from '@/lib/members/model/diff'
import { applyPlan } from '../../fixtures/directory'

// Few names and ids, so that people often move, clash, leave and come back.
const names = ['Ayr', 'Bath', 'Corby', 'Dover', 'Ely']
const id = fc.integer({ min: 1, max: 7 })
const text = fc.constantFrom('one', 'two')
const handle = fc.option(text)

const row: fc.Arbitrary<Omit<DirectoryMember, 'id'>> = fc
  .record({
    name: text,
    party: text,
    email: handle,
    xHandle: handle,
    blueskyHandle: handle,
    memberSince: text,
    leftOn: handle,
    byParliament: fc.boolean(),
  })
  .map(({ byParliament, ...member }) => ({
    ...member,
    xSource: member.xHandle === null ? null : byParliament ? 'parliament' : 'mysociety',
  }))

const directory: fc.Arbitrary<Directory> = fc
  .tuple(
    fc.uniqueArray(id, { minLength: 5, maxLength: 7 }),
    fc.array(row, { minLength: 7, maxLength: 7 }),
    fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
  )
  .map(([ids, rows, taken]) => ({
    seats: names.map((name, i) => ({ code: `E${i}`, name, memberId: taken[i] ? (ids[i] ?? null) : null })),
    members: ids.flatMap((memberId, i) => (rows[i] ? [{ ...rows[i], id: memberId }] : [])),
  }))

const fetched: fc.Arbitrary<FetchedMember[]> = fc.array(
  fc.record({
    id,
    name: text,
    party: text,
    memberSince: text,
    constituencyName: fc.constantFrom(...names, 'Nowhere'),
    contacts: fc.option(fc.record({ email: handle, xHandle: handle, blueskyHandle: handle })),
  }),
  { maxLength: 8 },
)
const answer = fc.record({
  members: fetched,
  vacantSeatCodes: fc.subarray(['E0', 'E1', 'E2', 'E3', 'E4']).map((codes) => new Set(codes)),
  today: fc.constant('day'),
})

test('applying and comparing again finds nothing, and reports the same problems', () => {
  fc.assert(
    fc.property(directory, answer, (before, said) => {
      const first = diffDirectory(before, said)
      const second = diffDirectory(applyPlan(before, first), said)
      expect({ seats: second.seats, people: second.people, changes: second.changes }).toEqual({
        seats: [],
        people: [],
        changes: [],
      })
      expect(second.problems.map(({ problem }) => problem)).toEqual(first.problems.map(({ problem }) => problem))
    }),
    { numRuns: 1_000 },
  )
})

test('nobody holds two seats, every holder is known and has not left, nobody is forgotten', () => {
  fc.assert(
    fc.property(directory, answer, (before, said) => {
      const after = applyPlan(before, diffDirectory(before, said))
      const holders = after.seats.flatMap(({ memberId }) => memberId ?? [])
      expect(new Set(holders).size).toBe(holders.length)
      for (const holder of holders) expect(after.members.find((member) => member.id === holder)?.leftOn).toBeNull()
      for (const member of before.members) expect(after.members.map((each) => each.id)).toContain(member.id)
    }),
    { numRuns: 1_000 },
  )
})

test('what mySociety gave is replaced by Parliament or stays', () => {
  fc.assert(
    fc.property(directory, answer, (before, said) => {
      const after = applyPlan(before, diffDirectory(before, said))
      for (const { id: memberId, xSource, xHandle } of before.members) {
        const now = after.members.find((member) => member.id === memberId)
        if (xSource === 'mysociety' && now?.xSource !== 'parliament') expect(now?.xHandle).toBe(xHandle)
        expect(now?.xHandle === null).toBe(now?.xSource === null)
      }
    }),
  )
})

test('every seat that changes hands is in the journal once', () => {
  fc.assert(
    fc.property(directory, answer, (before, said) => {
      const { seats, changes } = diffDirectory(before, said)
      const journal = changes.filter(({ field }) => field === 'member').map(({ seatCode }) => seatCode)
      expect(journal).toEqual(seats.map(({ code }) => code))
    }),
  )
})
