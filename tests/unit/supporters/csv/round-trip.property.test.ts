import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { supporterKinds, supporterStatuses } from '@/lib/supporters/model/supporter'
import type { SupporterField } from '@/lib/supporters/model/fields'
import { formatSupporterCsv } from '@/lib/supporters/csv/format-file'
import { planImport } from '@/lib/supporters/csv/plan-import'
import { readSupporterCsv } from '@/lib/supporters/csv/read-file'
import { hostileString } from '../../../fixtures/hostile-strings'

const units = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
  .map((codes) => String.fromCharCode(...codes))
const spreadsheet = fc
  .array(
    fc.constantFrom(
      "'",
      '=',
      '+',
      '-',
      '@',
      '\t',
      '\r',
      '\n',
      '\r\n',
      '"',
      ',',
      ';',
      ' ',
      '\uFEFF',
      '\u202E',
      'sep=;',
      'A1',
      '＝',
      '\0',
    ),
  )
  .map((parts) => parts.join(''))
const text = fc.oneof(spreadsheet, units, hostileString, fc.string({ unit: 'grapheme' }))
const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })

// Rows may hold what no form lets in now.
const fields = {
  kind: fc.constantFrom(...supporterKinds),
  name: text,
  memberId: fc.constant(null),
  isFormer: fc.boolean(),
  constituency: orNull(text.filter((each) => each !== '')),
  link: orNull(text.filter((each) => each !== '')),
  position: fc.integer({ min: -5, max: 2_000_000 }),
  status: fc.constantFrom(...supporterStatuses),
  joinedOn: orNull(fc.constantFrom('2026-11-22', '2024-02-29', 'long ago')),
  notes: text,
} satisfies Record<SupporterField, fc.Arbitrary<unknown>>
const anySupporter = fc.record({ version: fc.integer({ min: 1, max: 99 }), ...fields })
const anyList = fc
  .array(anySupporter, { maxLength: 12 })
  .map((list) => list.map((each, at) => ({ ...each, id: at + 1, memberId: at % 3 ? null : at + 1 })))

test('what is exported imports without any change', () => {
  return fc.assert(
    fc.asyncProperty(anyList, async (supporters) => {
      const file = await readSupporterCsv(await formatSupporterCsv(supporters))
      expect(file).toMatchObject({ outcome: 'read', ignored: [] })
      const plan = await planImport(file.outcome === 'read' ? file.rows : [], { supporters, memberNames: new Map() })
      expect(plan.counts).toEqual({ asked: 0, new: 0, changed: 0, wrong: 0, unchanged: supporters.length })
    }),
    { numRuns: 500 },
  )
})

test('also after a spreadsheet has saved it in its own way', () => {
  const tame = anyList.filter((list) =>
    list.every(({ notes, name, link, constituency }) => !`${notes}${name}${link}${constituency}`.includes('\uFEFF')),
  )
  return fc.assert(
    fc.asyncProperty(tame, async (supporters) => {
      const cells: string[][] = parse(Buffer.from(await formatSupporterCsv(supporters)), {
        bom: true,
        relax_column_count: true,
      })
      const saved = cells
        .map((row) => row.map((cell) => `"${cell.replace(/\r\n?/g, '\n').replaceAll('"', '""')}"`).join(';'))
        .join('\r\n')
      const file = await readSupporterCsv(Buffer.from(`\uFEFF${saved}`, 'utf16le'))
      const plan = await planImport(file.outcome === 'read' ? file.rows : [], { supporters, memberNames: new Map() })
      expect(plan.counts).toMatchObject({ changed: 0, wrong: 0, unchanged: supporters.length })
    }),
  )
})

test('no cell of an export begins like a formula', () => {
  return fc.assert(
    fc.asyncProperty(anyList, async (supporters) => {
      const cells: string[][] = parse(Buffer.from(await formatSupporterCsv(supporters)), {
        bom: true,
        record_delimiter: '\r\n',
      })
      for (const cell of cells.slice(1).flatMap((row) => [row[2], row[5], row[6], row[10]]))
        expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r]/)
    }),
  )
})

test('any bytes are read or refused', () => {
  const known = { supporters: [], memberNames: new Map<number, string>() }
  const anyBytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    text.map((each) => Buffer.from(`name,kind\n${each},mp\n`)),
    text.map((each) => Buffer.from(each, 'utf16le')),
  )
  return fc.assert(
    fc.asyncProperty(anyBytes, async (bytes) => {
      const file = await readSupporterCsv(bytes)
      if (file.outcome === 'refused') return
      expect((await planImport(file.rows, known)).rows).toHaveLength(file.rows.length)
    }),
  )
})
