import { expect, test } from 'vitest'
import { listMoments } from '@/lib/messages/model/changes'
import { groupProblems } from '@/lib/messages/model/group-problems'
import { findForgottenParty, listOmissions } from '@/lib/messages/model/omissions'
import { fitsConditions, noConditions, type RuleContent, type SeatTraits } from '@/lib/messages/model/rule'
import { joinBoxes, succeed } from '@/lib/messages/model/rule-versions'
import { describeConditions, describeMoments, describeUncovered, formatProblemGroup } from '@/lib/messages/words'

const now = new Date('2026-11-26T12:00:00Z')
const later = new Date('2026-12-01T09:00:00Z')
const content: RuleContent = {
  name: 'Everyone',
  isActive: true,
  activeFrom: null,
  activeUntil: null,
  conditions: noConditions,
  postText: 'Old',
  emailSubject: 'S',
  emailBody: 'B',
}

const seat = { code: 'W07000081', name: 'Cardiff East', nation: 'Wales', mp: null }
const facts = { seats: [seat], supporterIds: new Set<number>(), campaign: { ministerMemberId: null } }

test('a condition takes several values, of which one is enough', () => {
  const conditions = { ...noConditions, party: 'Labour\nLabour (Co-op)', nation: 'Wales\nScotland' }
  const traits: SeatTraits = {
    isSupporter: false,
    nation: 'Wales',
    party: 'Labour (Co-op)',
    isSpeaker: false,
    abstains: false,
    isVacant: false,
    isMinister: false,
    isInGovernment: false,
    isInOpposition: false,
    chairsCommittee: false,
    constituencyCode: 'W07000081',
  }
  expect(fitsConditions(conditions, traits)).toBe(true)
  expect(fitsConditions(conditions, { ...traits, party: 'Conservative' })).toBe(false)
  expect(fitsConditions(conditions, { ...traits, party: null })).toBe(false)
  expect(describeConditions(conditions, String)).toBe(
    'Seats in Wales or Scotland, where the MP’s party is Labour or Labour (Co-op)',
  )
  expect(joinBoxes({ 'conditions.party.2': 'Labour', 'conditions.party.7': 'Green', name: 'N' })).toEqual({
    'conditions.party': 'Labour\nGreen',
    name: 'N',
  })
})

test('new words from a date follow the old ones, which end then', () => {
  const next = { ...content, postText: 'New', activeFrom: later }
  expect(succeed(content, next, now)).toEqual([{ ...content, activeUntil: later }, next])
  expect(succeed(content, { ...next, activeFrom: now }, now)).toHaveLength(1)
  expect(succeed(undefined, next, now)).toEqual([next])
})

test('the check has one table for each moment at which anything changes', () => {
  const rule = { ...content, id: 1, position: 10 }
  const next = succeed(content, { ...content, postText: 'New', activeFrom: later }, now)
  const moments = listMoments(
    [rule],
    next.map((each) => ({ ...each, id: 1, position: 10 })),
    facts,
    now,
  )
  expect(moments).toEqual([
    {
      at: later,
      lines: [
        {
          code: 'W07000081',
          seat: 'Cardiff East',
          mp: null,
          party: null,
          now: { id: 1, name: 'Everyone' },
          next: { id: 1, name: 'Everyone' },
          isPlanned: false,
        },
      ],
    },
  ])
  expect(listMoments([rule], [rule], facts, now)).toEqual([])

  // What is scheduled already is what a constituency would have then.
  const week = { ...rule, id: 2, position: 5, activeFrom: later, activeUntil: new Date('2026-12-08T09:00:00Z') }
  const [first, end] = listMoments([rule, week], [rule, { ...week, postText: 'New' }], facts, now)
  expect(first).toMatchObject({ at: later, lines: [{ now: { id: 2 }, next: { id: 2 } }] })
  expect(end).toMatchObject({ at: week.activeUntil, lines: [{ now: { id: 2 }, next: { id: 1 } }] })
  expect(listMoments([rule, week], [rule, week], facts, now)).toMatchObject([
    { lines: [{ now: { id: 1 }, next: { id: 2 } }] },
    { lines: [{ now: { id: 2 }, next: { id: 1 } }] },
  ])
  const other = { ...week, activeFrom: new Date('2026-12-05T09:00:00Z') }
  expect(listMoments([rule, week], [rule, other], facts, now)).toMatchObject([
    { at: later, lines: [{ now: { id: 2 }, next: { id: 1 } }] },
    { at: other.activeFrom, lines: [{ now: { id: 1 }, next: { id: 2 } }] },
    { at: week.activeUntil, lines: [{ now: { id: 2 }, next: { id: 1 } }] },
  ])
  expect(listMoments([rule, week], [{ ...rule, postText: 'New' }, week], facts, now)).toMatchObject([
    { at: null, lines: [{ now: { id: 1 }, next: { id: 1 } }] },
    { at: later, lines: [{ now: { id: 1 }, next: { id: 2 } }] },
    { at: week.activeUntil, lines: [{ now: { id: 1 }, next: { id: 1 } }] },
  ])
  expect(listMoments([rule], [{ ...rule, postText: 'New' }], facts, now)).toMatchObject([{ at: null }])
})

test('identical errors are one line', () => {
  const found = (where: string, length: number) => ({
    where,
    problem: `the mailto link has ${length} characters, of 1800`,
    from: null,
    ruleId: 1,
  })
  const groups = groupProblems([found('Bath', 3_760), found('Ashford', 3_755), { ...found('Rules', 0), problem: 'x' }])
  expect(groups.map(formatProblemGroup)).toEqual([
    '2 constituencies, such as Bath: the email link is about 1,960 characters too long',
    'Rules: x',
  ])
})

test('a message that leaves out what an MP’s office looks for is named', () => {
  expect(listOmissions('Please help.\n{why_it_matters}\n{sender_name}\n{sender_postcode}')).toEqual([])
  expect(listOmissions('Hello.')).toEqual([
    'the visitor’s name',
    'their postcode',
    'a place for their own words',
    'anything that it asks the MP to do',
  ])
})

test('what a move changes is said in numbers, with the first constituency of each kind', () => {
  const line = (seat: string, [was, is]: [string, string], isPlanned = false) => ({
    code: seat,
    seat,
    mp: null,
    party: null,
    now: { id: was.length, name: was },
    next: { id: is.length, name: is },
    isPlanned,
  })
  expect(describeMoments([])).toBe('')
  expect(describeMoments([{ at: later, lines: [line('Bath', ['A', 'Wales'], true)] }])).toBe('')
  expect(
    describeMoments([
      { at: null, lines: [line('Ashford', ['A', 'Wales']), line('Bath', ['A', 'Wales']), line('Ely', ['AB', 'A'])] },
      { at: later, lines: [line('Bath', ['Wales', 'A'])] },
    ]),
  ).toBe(
    '2 constituencies, such as Ashford, would get another message: “Wales” instead of “A” and Ely would get another message: “A” instead of “AB”. ' +
      'From 1 Dec 2026, 09:00, Bath would get another message: “A” instead of “Wales”.',
  )
})

test('a message that can’t be taken away says for how many it is', () => {
  expect(describeUncovered('pause', 560)).toBe(
    'You can’t pause this: it is the message for the 560 constituencies that no other rule covers.',
  )
  expect(describeUncovered('archive', 1)).toContain('for the 1 constituency that no other rule covers.')
  expect(describeUncovered('archive', 0)).toContain('for every constituency that no other rule covers.')
})

test('of Labour and Labour (Co-op), the one that wasn’t chosen is named', () => {
  expect(findForgottenParty('Labour')).toBe('Labour (Co-op) MPs are a party of their own here: choose it too')
  expect(findForgottenParty('Green Party\nLabour (Co-op)')).toBe(
    'Labour MPs are a party of their own here: choose it too',
  )
  for (const none of [null, '', 'Green Party', 'Labour\nLabour (Co-op)']) expect(findForgottenParty(none)).toBeNull()
})
