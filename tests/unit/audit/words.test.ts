import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { auditEntities, diffFields } from '@/lib/audit/model/entry'
import { describeAction, describeField, describeMove, describeValue } from '@/lib/audit/words'

test('every action that can be logged has words', () => {
  const files = readdirSync('lib', { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && file !== 'audit/words.ts' && !file.includes('generated'),
  )
  const pattern = new RegExp(`'((?:${auditEntities.join('|')})\\.[a-z-]+)'`, 'g')
  const found = [
    ...new Set(
      files.flatMap((file) =>
        [...readFileSync(`lib/${file}`, 'utf8').matchAll(pattern)].map(([, action = '']) => action),
      ),
    ),
  ]
  expect(found).toContain('staff.invited')
  expect(found.filter((action) => describeAction(action) === action)).toEqual([])
})

test('a field’s name is split into words', () => {
  expect(['ministerName', 'name', 'logoPermissionOn', 'draft.postText'].map(describeField)).toEqual([
    'minister name',
    'name',
    'logo permission on',
    'draft: post text',
  ])
})

test('an instant is shown as the time in the UK, a day as it is', () => {
  expect(diffFields({ at: null, day: '2026-07-01' }, { at: '2026-07-01T09:30:00.000Z', day: '2026-07-02' })).toEqual([
    { field: 'at', before: null, after: '1 Jul 2026, 10:30' },
    { field: 'day', before: '2026-07-01', after: '2026-07-02' },
  ])
})

test('a value is shown in words, what somebody wrote as it is', () => {
  expect(describeValue('true')).toBe('yes')
  expect(describeValue('{"isPaused":false,"nations":["England","Wales"]}')).toBe(
    'is paused: no; nations: England, Wales',
  )
  for (const own of [null, '5', 'true story', '[sic]', '{mp_name}', '{"']) expect(describeValue(own)).toBe(own)
  expect([describeMove('25', '10'), describeMove('9', '10')]).toEqual(['further up', 'further down'])
})
