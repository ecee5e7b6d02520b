import { expect, test } from 'vitest'
import { compareRules, type DeskRule, listRulesWithDrafts } from '@/lib/messages/model/rule-versions'
import { noConditions, type RuleContent } from '@/lib/messages/model/rule'
import { plainRule as content } from '../../fixtures/rules'

const version = (change: Partial<RuleContent>) => ({
  version: 1,
  savedBy: null,
  savedAt: new Date(0),
  content: { ...content, ...change },
})

test('two versions are compared field by field', () => {
  expect(compareRules(content, { ...content })).toEqual([])
  const after: RuleContent = {
    ...content,
    isActive: false,
    activeUntil: new Date('2026-07-01T12:00:00Z'),
    conditions: { ...noConditions, nation: 'Wales', isVacant: false },
    emailBody: 'c',
  }
  expect(compareRules(content, after)).toEqual([
    { field: 'isActive', before: 'true', after: 'false' },
    { field: 'activeUntil', before: '', after: '2026-07-01T13:00' },
    { field: 'conditions.nation', before: '', after: 'Wales' },
    { field: 'conditions.isVacant', before: '', after: 'false' },
    { field: 'emailBody', before: 'b', after: 'c' },
  ])
})

test('drafts replace published rules only where requested', () => {
  const rules: DeskRule[] = [
    {
      id: 1,
      position: 10,
      version: 2,
      untilThen: null,
      published: version({ name: 'Old' }),
      draft: version({ name: 'New' }),
      archivedAt: null,
    },
    {
      id: 2,
      position: 20,
      version: 1,
      untilThen: null,
      published: null,
      draft: version({ name: 'Never yet' }),
      archivedAt: null,
    },
  ]
  expect(listRulesWithDrafts(rules, [], new Date(0)).map(({ name }) => name)).toEqual(['Old'])
  expect(listRulesWithDrafts(rules, [1, 2], new Date(0)).map(({ id, position, name }) => [id, position, name])).toEqual(
    [
      [1, 10, 'New'],
      [2, 20, 'Never yet'],
    ],
  )
})
