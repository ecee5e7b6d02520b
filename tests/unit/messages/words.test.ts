import { expect, test } from 'vitest'
import { composeRuleInput, listRuleFields } from '@/lib/messages/model/rule-versions'
import { noConditions, type RuleConditions, type RuleContent } from '@/lib/messages/model/rule'
import { parseAuditFields, toAuditFields } from '@/lib/messages/model/rule-snapshot'
import { describeConditions, describeRuleField, describeRuleState } from '@/lib/messages/words'
import { plainRule as content } from '../../fixtures/rules'

const now = new Date('2026-11-22T10:00:00Z')
const later = new Date('2026-12-01T00:00:00Z')
const version = (change: Partial<RuleContent> = {}) => ({
  version: 1,
  savedBy: null,
  savedAt: now,
  content: { ...content, ...change },
})
const nameSeat = (code: string) => (code === 'E14001069' ? 'Ashford' : code)

test.each<[Partial<RuleConditions>, string]>([
  [{}, 'Every seat that no rule above is for'],
  [{ isVacant: true }, 'Seats where there is no MP'],
  [{ nation: 'Scotland' }, 'Seats in Scotland'],
  [
    { nation: 'Scotland', isSupporter: true, party: 'Labour' },
    'Seats in Scotland, where the MP supports the campaign and the MP’s party is Labour',
  ],
  [{ isSpeaker: false, abstains: true }, 'Seats where the MP is not the Speaker and the MP does not take their seat'],
  [{ constituencyCode: 'E14001069' }, 'The constituency Ashford'],
  [{ constituencyCode: 'E14001069', isVacant: false }, 'The constituency Ashford, where there is an MP'],
])('%j is for: %s', (conditions, words) =>
  expect(describeConditions({ ...noConditions, ...conditions }, nameSeat)).toBe(words),
)

test('a rule’s status, in words', () => {
  const state = (change: Partial<RuleContent>) =>
    describeRuleState({ untilThen: null, published: version(change), draft: null }, now)
      .map(({ text }) => text)
      .join()
  expect(state({})).toBe('In use')
  expect(state({ activeUntil: later })).toBe('In use until 1 Dec 2026, 00:00')
  expect(state({ activeFrom: later })).toBe('Scheduled from 1 Dec 2026, 00:00')
  expect(state({ activeUntil: now })).toBe('Over since 22 Nov 2026, 10:00')
  expect(state({ isActive: false, activeFrom: later })).toBe('Off')
  expect(describeRuleState({ untilThen: null, published: null, draft: version() }, now)).toEqual([
    { kind: 'draft', text: 'Draft, never published' },
  ])
  expect(
    describeRuleState({ untilThen: null, published: version(), draft: version() }, now).map(({ kind }) => kind),
  ).toEqual(['in-use', 'draft'])
  expect(
    [
      ['isActive', 'false'],
      ['activeFrom', ''],
      ['activeFrom', '2026-12-01T00:00'],
      ['conditions.party', ''],
      ['conditions.isVacant', 'false'],
      ['conditions.constituencyCode', 'E14001069'],
      ['name', 'true'],
    ].map(([field = '', text = '']) => describeRuleField(field, text, nameSeat)),
  ).toEqual(['Off', 'No limit', '2026-12-01 at 00:00', 'Any', 'No', 'Ashford', 'true'])
})

test('a form contains everything in a rule, and the log everything in its snapshot', () => {
  const full = {
    ...content,
    activeFrom: now,
    conditions: { ...noConditions, isVacant: false, isSupporter: true, party: 'Labour' },
  }
  const { conditions, ...rest } = full
  expect(composeRuleInput(listRuleFields(full))).toEqual({
    ...rest,
    activeFrom: '2026-11-22T10:00',
    activeUntil: '',
    conditions,
  })
  const published = listRuleFields(content)
  for (const draft of [null, published, listRuleFields(full)]) {
    const snapshot = { version: 3, place: 2, archivedAt: null, published, draft }
    expect(parseAuditFields(toAuditFields(snapshot))).toEqual(snapshot)
    const archived = { ...snapshot, place: 0, archivedAt: now.toISOString() }
    expect(parseAuditFields(toAuditFields(archived))).toEqual(archived)
    expect(parseAuditFields(toAuditFields({ ...snapshot, published: null }))).toEqual({ ...snapshot, published: null })
  }
  const draft = { ...published, name: 'B' }
  expect(toAuditFields({ version: 3, place: 2, archivedAt: null, published, draft })).toMatchObject({
    hasDraft: true,
    'draft.name': 'B',
  })
  expect(parseAuditFields({ version: 'x' })).toBeUndefined()
})
