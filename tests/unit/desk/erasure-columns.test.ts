import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { decisionsOn, textColumns, type TextTable } from '@/lib/desk/model/erasure-columns'
import { erasureTables } from '@/lib/desk/model/erasure-tables'

const schema = readFileSync('prisma/schema.prisma', 'utf8')
const models = [...schema.matchAll(/^model (\w+) \{\n(.*?)^\}/gms)].map(([, name = '', body = '']) => ({
  name,
  table: /@@map\("(\w+)"\)/.exec(body)?.[1] ?? name,
  columns: [...body.matchAll(/^ {2}(\w+) +(?:String|Json)(?:\?|\[\])?(?= |$)/gm)].map(([, column = '']) => column),
}))

test('the test sees the schema', () => {
  expect(models.length).toBeGreaterThan(40)
  expect(models.find(({ name }) => name === 'SourceLink')?.columns).toEqual(['tag', 'label', 'createdBy'])
})

test('somebody has decided for every column with text what an erasure does with it', () => {
  const decided = Object.entries(textColumns).map(([name, columns]) => [name, Object.keys(columns).sort()])
  const inSchema = models.filter(({ columns }) => columns.length > 0)
  expect(Object.fromEntries(decided)).toEqual(
    Object.fromEntries(inSchema.map(({ name, columns }) => [name, columns.sort()])),
  )
})

test('what cannot hold a person’s data has a reason', () => {
  const all = (Object.keys(textColumns) as TextTable[]).flatMap((table) => decisionsOn(table))
  for (const [column, decision] of all) if ('none' in decision) expect(decision.none.length, column).toBeGreaterThan(4)
})

test('each table with something to erase or to show is looked through, by its name in the database', () => {
  const tables = (Object.keys(textColumns) as TextTable[]).filter((table) =>
    decisionsOn(table).some(
      ([, decision]) => 'shown' in decision || ('erased' in decision && !['tag', 'log'].includes(decision.erased)),
    ),
  )
  expect(erasureTables.map(({ model }) => model).sort()).toEqual(tables.sort())
  for (const { model, table } of erasureTables) expect(table).toBe(models.find(({ name }) => name === model)?.table)
})
