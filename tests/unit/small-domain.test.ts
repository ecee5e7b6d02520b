import { expect, test } from 'vitest'
import { composeCount, composePageCount } from '@/lib/domain/counts'
import { formatUkDay, toUkDay } from '@/lib/domain/day'
import { composeFindMpText, type ShownOutcome } from '@/lib/domain/find-mp-text'
import { composeHandOffUrl, targets } from '@/lib/domain/hand-off'

test('counts say what they are, also for none and one', () => {
  expect(composeCount(0, 'MPs')).toBe('Nobody has opened or copied a message to MPs from this site yet. Yours can be the first.')
  expect(composeCount(1, 'MPs')).toBe('1 message to MPs has been opened or copied from this site.')
  expect(composeCount(12_345, 'MPs')).toBe('12,345 messages to MPs have been opened or copied from this site.')
})

test('a seat’s page tells opened and confirmed apart, few as few, and all seats exactly', () => {
  const none = { opened: null, confirmed: null }
  expect(composePageCount({ seat: none, all: { opened: 0, confirmed: 0 } }, 'Ann').toAll).toMatch(/^Nobody has opened [^.]*\. Yours can be the first\.$/)
  expect(composePageCount({ seat: none, all: { opened: 4, confirmed: 0 } }, 'Ann')).toEqual({
    toMp: 'Fewer than 5 messages to Ann have been opened or copied from this site. People told us that they sent fewer than 5.',
    toAll: '4 messages to MPs have been opened or copied from this site. Nobody has told us yet that they sent theirs.',
  })
  expect(composePageCount({ seat: { opened: 1200, confirmed: 5 }, all: { opened: 2000, confirmed: 1999 } }, 'Ann')).toEqual({
    toMp: 'At least 1,200 messages to Ann have been opened or copied from this site. People told us that they sent at least 5.',
    toAll: '2,000 messages to MPs have been opened or copied from this site. People told us that they sent 1,999.',
  })
})

test('a day is the one in the UK, through summer time and midnight', () => {
  expect(toUkDay(new Date('2026-07-01T23:30:00Z'))).toBe('2026-07-02')
  expect(toUkDay(new Date('2026-12-01T23:30:00Z'))).toBe('2026-12-01')
  expect(formatUkDay(new Date('2026-08-31T00:00:00Z'))).toBe('31 August 2026')
})

const seat = { slug: 'aberdeen-south', name: 'Aberdeen South' }
const outcomes: ShownOutcome[] = [
  { outcome: 'found', postcode: 'M20 1AA', seat },
  { outcome: 'terminated', postcode: 'AB1 0AA', nearest: { postcode: 'AB10 1AB', seat } },
  { outcome: 'terminated', postcode: 'AB1 0AA', nearest: null },
  { outcome: 'not_found', postcode: 'M1 9ZZ' },
  { outcome: 'invalid' },
  { outcome: 'not_represented', place: 'channel_islands' },
  { outcome: 'not_represented', place: 'isle_of_man' },
  { outcome: 'not_represented', place: 'forces' },
  { outcome: 'not_represented', place: 'overseas' },
  { outcome: 'unavailable', isNorthernIreland: true },
  { outcome: 'unavailable', isNorthernIreland: false },
  { outcome: 'dissolved' },
  { outcome: 'limited' },
]

test('every outcome has words of its own, and a way on', () => {
  const texts = outcomes.map(composeFindMpText)
  expect(new Set(texts.map((text) => JSON.stringify(text))).size).toBe(outcomes.length)
  for (const text of texts) {
    expect(text.heading).toMatch(/\w/)
    expect(text.fieldError !== null || text.paragraphs.length > 0).toBe(true)
    for (const { href } of text.links) expect(href).toMatch(/^(\/(find|take-action)|https:\/\/www\.)/)
  }
})

test('a hand-off opens only a channel that the Member has', () => {
  const draft = { post: 'p', subject: 's', body: 'b' }
  const nowhere = { email: null, xHandle: null, blueskyHandle: null }
  for (const target of targets) expect(composeHandOffUrl(target, nowhere, draft)).toBeNull()
  expect(composeHandOffUrl('mailto', { ...nowhere, email: 'a@b.uk' }, draft)).toBe('mailto:a@b.uk?subject=s&body=b')
})
