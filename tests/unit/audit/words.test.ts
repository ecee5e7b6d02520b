import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { auditEntities } from '@/lib/audit/model/entry'
import { describeAction, describeField } from '@/lib/audit/words'

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
