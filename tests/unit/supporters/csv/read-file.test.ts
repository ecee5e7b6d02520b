import { describe, expect, test } from 'vitest'
import { readSupporterCsv } from '@/lib/supporters/csv/read-file'

const plain = 'id,name,notes\r\n1,Zoë Ünïcode,“x” – ŵ\r\n'
const swap = (bytes: Buffer) => Buffer.from(bytes).swap16()
const bytes = (text: string) => Buffer.from(text)

async function rowsOf(given: Uint8Array) {
  const file = await readSupporterCsv(given)
  if (file.outcome === 'refused') throw new Error(`${file.line}: ${file.message}`)
  return file.rows
}

describe('a file as a spreadsheet saves it', () => {
  test.each([
    ['UTF-8', bytes(plain)],
    ['UTF-8 with a mark', bytes(`\uFEFF${plain}`)],
    ['UTF-16 LE with a mark', Buffer.from(`\uFEFF${plain}`, 'utf16le')],
    ['UTF-16 BE with a mark', swap(Buffer.from(`\uFEFF${plain}`, 'utf16le'))],
    ['UTF-16 LE', Buffer.from(plain, 'utf16le')],
    ['UTF-16 BE', swap(Buffer.from(plain, 'utf16le'))],
    ['semicolons', bytes(plain.replaceAll(',', ';'))],
    ['tabs', bytes(plain.replaceAll(',', '\t'))],
    ['tabs in UTF-16, as “Unicode Text”', Buffer.from(`\uFEFF${plain.replaceAll(',', '\t')}`, 'utf16le')],
    ['a separator of its own', bytes(`sep=|\r\n${plain.replaceAll(',', '|')}`)],
    ['a mark and a separator', bytes(`\uFEFFsep=;\n${plain.replaceAll(',', ';')}`)],
    ['line feeds', bytes(plain.replaceAll('\r\n', '\n'))],
    ['carriage returns', bytes(plain.replaceAll('\r\n', '\r'))],
    ['no last line break', bytes(plain.trimEnd())],
    ['headers in capitals, with spaces', bytes(plain.replace('id,name,notes', ' ID , Name,NOTES '))],
    ['quoted headers', bytes(plain.replace('id,name,notes', '"id","name","notes"'))],
    ['empty lines and rows', bytes(`\r\n,,\r\n${plain}\r\n,,\r\n`)],
  ])('%s', async (_what, given) => {
    expect((await rowsOf(given)).map(({ cells }) => cells)).toEqual([
      { id: '1', name: 'Zoë Ünïcode', notes: '“x” – ŵ' },
    ])
  })

  test('Windows-1252, with its quotes and dashes', async () => {
    const given = Buffer.concat([
      bytes('name,notes\r\n'),
      Buffer.of(0x93, 0x80, 0x94, 0x20, 0x96, 0xe9, 0xff, 0x99, 0x8d),
      bytes(',x\r\n'),
    ])
    expect((await rowsOf(given))[0]?.cells).toEqual({ name: '“€” –éÿ™\x8D', notes: 'x' })
  })

  test('columns in another order, missing, and unknown', async () => {
    const file = await readSupporterCsv(bytes('Notes,colour,Parliament-ID,name\r\nn,red,7,x\r\n'))
    expect(file).toEqual({
      outcome: 'read',
      titles: ['Notes', 'colour', 'Parliament-ID', 'name'],
      ignored: ['colour'],
      headers: [
        { header: 'Notes', column: 'notes' },
        { header: 'colour', column: null },
        { header: 'Parliament-ID', column: 'memberId' },
        { header: 'name', column: 'name' },
      ],
      rows: [
        { line: 2, row: 2, cells: { notes: 'n', memberId: '7', name: 'x' }, raw: expect.any(Array), isTooLong: false },
      ],
    })
  })

  test('rows that are too short are filled, too long ones are told', async () => {
    expect(
      (await rowsOf(bytes('id,name,notes\n1\n1,2,3,4\n1,2,3,,\n'))).map(({ cells, isTooLong }) => [cells, isTooLong]),
    ).toEqual([
      [{ id: '1', name: '', notes: '' }, false],
      [{ id: '1', name: '2', notes: '3' }, true],
      [{ id: '1', name: '2', notes: '3' }, false],
    ])
  })

  test('a formula’s apostrophe goes, other apostrophes stay', async () => {
    const names = ["'=1+1", "'' =1", "'@x", "'tis", "'", "''", 'O’Brien', '=1']
    expect((await rowsOf(bytes(`name\n${names.join('\n')}\n`))).map(({ cells }) => cells.name)).toEqual([
      '=1+1',
      "' =1",
      '@x',
      "'tis",
      "'",
      "''",
      'O’Brien',
      '=1',
    ])
  })
})

describe('lines are counted as a person does', () => {
  test.each([['\n'], ['\r\n'], ['\r']])('with cells of several lines, by %j', async (end) => {
    const text = ['name,notes', 'a,"one', 'two', 'three"', '', 'b,x', '"c', 'd",y', 'e,z'].join(end)
    expect((await rowsOf(bytes(text))).map(({ line, row }) => [line, row])).toEqual([
      [2, 2],
      [6, 4],
      [7, 5],
      [9, 6],
    ])
    expect((await rowsOf(bytes(`sep=,${end}${text}`))).map(({ line }) => line)).toEqual([3, 7, 8, 10])
  })

  test('also where the file is broken', async () => {
    expect(await readSupporterCsv(bytes('name\na\nb\n"x'))).toMatchObject({ outcome: 'refused', line: 4 })
    expect(await readSupporterCsv(bytes('sep=,\nname\na\nb\n"x'))).toMatchObject({ outcome: 'refused', line: 5 })
  })
})

test.each([
  ['nothing', bytes(''), 'name the columns'],
  ['a mark alone', bytes('\uFEFF'), 'name the columns'],
  ['no name', bytes('kind,notes\nmp,x\n'), 'name the columns'],
  ['a column twice', bytes('name,kind,Name\nx,mp,y\n'), 'Two columns'],
  ['a quotation mark that never closes', bytes('name\n"x\ny\n'), 'quotation mark'],
  ['a picture', Buffer.from('\x89PNG\r\n\x1A\n\0\0\0\rIHDR', 'latin1'), 'name the columns'],
  ['too many bytes', Buffer.alloc(5_000_001, 'a'), '5 MB'],
  ['too many rows', bytes(`name\n${'x\n'.repeat(20_001)}`), '20,000'],
])('%s is refused', async (_what, given, words) => {
  expect(await readSupporterCsv(given)).toMatchObject({ outcome: 'refused', message: expect.stringContaining(words) })
})
