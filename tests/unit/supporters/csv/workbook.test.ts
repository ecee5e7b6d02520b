import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { readSupporterCsv } from '@/lib/supporters/csv/read-file'
import { cell, claimSize, workbookOf } from '../../../fixtures/workbooks'

vi.setConfig({ testTimeout: 60_000 }) // each workbook starts a process

const row = (number: number, ...cells: string[]) => `<row r="${number}">${cells.join('')}</row>`
const head = row(1, cell('A1', 'kind'), cell('B1', 'name'))
const spaces = ' '.repeat(150_000_000)

test('a workbook is read: its titles, dates and letters', async () => {
  const file = await readSupporterCsv(readFileSync('tests/fixtures/supporters.xlsx'))
  expect(file).toMatchObject({
    rows: [{ row: 4, cells: { kind: 'organisation', name: 'Café Refuge', joinedOn: '2026-11-03' } }],
  })
  const small = workbookOf(head + row(2, cell('A2', 'organisation'), cell('B2', 'Small Trust')))
  for (const each of [small, claimSize(small, 10)])
    expect(await readSupporterCsv(each)).toMatchObject({ rows: [{ cells: { name: 'Small Trust' } }] })
})

test('twenty thousand rows are read', async () => {
  const rows = Array.from({ length: 20_000 }, (_none, at) =>
    row(at + 2, cell(`A${at + 2}`, 'organisation'), cell(`B${at + 2}`, `Trust ${at}`)),
  )
  const file = await readSupporterCsv(workbookOf(head + rows.join('')))
  expect(file).toMatchObject({ outcome: 'read' })
  expect(file.outcome === 'read' && file.rows.length).toBe(20_000)
  expect(await readSupporterCsv(workbookOf(`${head}${rows.join('')}${row(20_002, cell('A20002', 'mp'))}`))).toEqual({
    outcome: 'refused',
    line: null,
    message: 'The sheet has more than 20,000 rows. Split it into smaller files.',
  })
})

test('a workbook that unpacks to too much is refused, whatever it says that it holds', async () => {
  const honest = workbookOf(head + spaces)
  expect(honest.length).toBeLessThan(1_000_000)
  for (const file of [honest, claimSize(honest, 10), claimSize(honest, 0), claimSize(honest, 0xfffffffe)]) {
    const held = process.memoryUsage().rss
    const started = performance.now()
    expect(await readSupporterCsv(file)).toEqual({
      outcome: 'refused',
      line: null,
      message: expect.stringContaining('too large to open'),
    })
    expect(performance.now() - started).toBeLessThan(20_000)
    expect(process.memoryUsage().rss - held).toBeLessThan(100_000_000)
  }
})

test.each([
  ['a cell in a column that no sheet has', row(1, cell('ZZZZZZ1', 'far'))],
  ['a cell in a row that no sheet has', row(1, cell('A99999999', 'far'))],
  ['millions of cells', `<row r="1">${'<c/>'.repeat(9_000_000)}</row>`],
])('%s takes nothing from the site', async (_name, rows) => {
  expect(await readSupporterCsv(workbookOf(rows))).toMatchObject({ outcome: 'refused' })
})

test('a file that only looks like a workbook is refused with the way out', async () => {
  const whole = workbookOf(head)
  const torn = Buffer.from(whole)
  torn.fill(0, 40, 90)
  for (const given of [
    Buffer.from('PK\x03\x04nonsense'),
    Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(400)]),
    whole.subarray(0, whole.length - 30),
    torn,
  ])
    expect(await readSupporterCsv(given)).toMatchObject({
      outcome: 'refused',
      message: expect.stringMatching(/can’t be opened.*CSV/),
    })
})
