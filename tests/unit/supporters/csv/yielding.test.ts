import { expect, test } from 'vitest'
import { planImport } from '@/lib/supporters/csv/plan-import'
import { readSupporterCsv } from '@/lib/supporters/csv/read-file'
import { measureHeldLoop } from '../../../fixtures/held-loop'

// On a quiet machine it is 30 ms at most; each of these has stopped the site for half a second up to a minute.
const maxMs = 150
const fill = (piece: string, bytes: number) => piece.repeat(bytes / piece.length)

test.each<[string, Buffer, string]>([
  ['empty lines', Buffer.from(`name\n${fill('\n', 200_000)}`), '20,000 rows'],
  ['many empty lines', Buffer.from(`name\n${fill('\n', 4_900_000)}`), '20,000 rows'],
  ['rows of nothing', Buffer.from(`name,kind\n${fill(',,,,,,,,\n', 4_900_000)}`), '20,000 rows'],
  ['short rows', Buffer.from(`name\n${fill('a\n', 4_900_000)}`), '20,000 rows'],
  ['a line of separators', Buffer.from(`name\n${fill(',', 4_900_000)}`), '200 cells'],
  ['headers without an end', Buffer.from(`name${fill(',', 4_900_000)}`), '200 cells'],
  ['lines of many cells', Buffer.from(`name\n${fill(`${','.repeat(50_000)}\n`, 4_900_000)}`), '200 cells'],
  ['a long cell', Buffer.from(`name\n${fill('a', 4_900_000)}`), '100,000 characters'],
  ['a cell of many lines', Buffer.from(`name\n"${fill('\n', 4_900_000)}"`), '100,000 characters'],
  ['quotation marks', Buffer.from(`name\n"${fill('""', 4_900_000)}"`), '100,000 characters'],
  ['spaces', Buffer.from(fill(' ', 4_900_000)), '100,000 characters'],
  ['Windows-1252', Buffer.alloc(4_900_000, 0x93), '100,000 characters'],
])(
  '%s hold nobody up, and are refused',
  async (_what, bytes, words) => {
    let answer: unknown
    const heldMs = await measureHeldLoop(async () => (answer = await readSupporterCsv(bytes)))
    expect(answer).toMatchObject({ outcome: 'refused', message: expect.stringContaining(words) })
    expect(heldMs).toBeLessThan(maxMs)
  },
  60_000,
)

test('twenty thousand rows are read and planned without holding anybody up', async () => {
  const rows = Array.from(
    { length: 19_999 },
    (_, at) =>
      `organisation,Organisation number ${at},https://example.org/${at},2026-01-01,"Some notes\nof two lines"\n`,
  )
  let counts: unknown
  const heldMs = await measureHeldLoop(async () => {
    const file = await readSupporterCsv(Buffer.from(`kind,name,link,joined on,notes\n${rows.join('')}`))
    if (file.outcome === 'read')
      counts = (await planImport(file.rows, { supporters: [], memberNames: new Map() })).counts
  })
  expect(counts).toMatchObject({ new: 19_999 })
  expect(heldMs).toBeLessThan(maxMs)
}, 60_000)
