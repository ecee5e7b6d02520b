import { expect, test } from 'vitest'
import { formatSyncOutcome } from '@/lib/members/describe-sync'
import type { DirectoryChange } from '@/lib/members/model/directory'
import type { SyncReport } from '@/lib/members/sync'

const change = (field: DirectoryChange['field'], before: string | null, after: string | null): DirectoryChange => ({
  seatCode: 'E1',
  memberId: 1,
  field,
  before,
  after,
})
const report: SyncReport = {
  checkedAt: new Date('2026-09-01T12:00:00Z'),
  members: 649,
  unreadable: 1,
  changes: [
    change('member', 'Ann', 'Ben'),
    change('member', 'Ann', null),
    change('member', null, 'Ben'),
    change('party', 'Labour', 'Independent'),
    change('x', 'ann', null),
    change('bluesky', null, 'ann.bsky.social'),
  ],
  problems: [
    { problem: 'unknown-constituency', memberId: 2, memberName: 'Cat', constituencyName: 'Nowhere' },
    { problem: 'seat-absent', seatCode: 'E2', seatName: 'Bath', memberName: null },
    { problem: 'seat-claimed-twice', seatCode: 'E3', seatName: 'Ely', memberNames: ['Dot', 'Eve'] },
    { problem: 'contacts-failed', memberId: 3, memberName: 'Fay' },
  ],
}

test('says what changed and what was kept', () => {
  expect(formatSyncOutcome({ outcome: 'applied', ...report }, () => 'Ayr')).toEqual([
    'Ayr: new MP Ben, was Ann',
    'Ayr: vacant, was Ann',
    'Ayr: new MP Ben, was vacant',
    'Ayr: party Labour -> Independent',
    'Ayr: X handle ann -> none',
    'Ayr: Bluesky handle none -> ann.bsky.social',
    'Passed over: Cat, listed for "Nowhere", which is no constituency that we know.',
    'Kept: Bath (vacant); nobody is listed, and no vacancy confirmed.',
    'Kept: Ely; listed for Dot and for Eve.',
    'Kept: the contacts of Fay; Parliament did not give them this time.',
    'Passed over: 1 entry of the list that made no sense.',
    'Written: 649 Members, 6 changes.',
  ])
})

test('says why nothing was written', () => {
  const lines = [
    formatSyncOutcome({ outcome: 'unchanged', ...report, changes: [], problems: [], unreadable: 0 }, String),
    formatSyncOutcome({ outcome: 'refused', reason: 'too-few-members', members: 1 }, String),
    formatSyncOutcome(
      {
        outcome: 'refused',
        reason: 'too-many-failed-contacts',
        failed: 33,
        members: 650,
        last: { failure: 'timed-out' },
      },
      String,
    ),
    formatSyncOutcome({ outcome: 'unavailable', reason: { failure: 'bad-status', status: 503 } }, String),
  ]
  expect(lines.flat()).toEqual([
    'Nothing has changed: 649 Members.',
    'Not written: only 1 Member listed, which is not a whole House of Commons. The directory is as it was.',
    "Not written: 33 of 650 calls for contacts failed, and then no more were made; at last Parliament's Members API did not answer in time. The directory is as it was.",
    "Not written: Parliament's Members API answered with status 503. The directory is as it was.",
  ])
})
