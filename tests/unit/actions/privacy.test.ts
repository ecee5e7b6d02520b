import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { storedActionWords } from '@/lib/actions/model/privacy'

test('the privacy page lists every column stored for an action', () => {
  const [, model = ''] = /^model Action \{([^}]*)\}/m.exec(readFileSync('prisma/schema.prisma', 'utf8')) ?? []
  const columns = [...model.matchAll(/^ {2}(\w+)/gm)].map(([, name]) => name)
  expect(columns.filter((name) => name !== 'id').sort()).toEqual(Object.keys(storedActionWords).sort())
})
