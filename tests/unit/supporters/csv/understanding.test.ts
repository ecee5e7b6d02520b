import { expect, test } from 'vitest'
import { translateCell } from '@/lib/supporters/csv/aliases'
import { createMemberMatcher } from '@/lib/supporters/csv/match-member'
import { cleanTitle } from '@/lib/supporters/csv/person-name'
import { planImport } from '@/lib/supporters/csv/plan-import'
import { readSupporterCsv } from '@/lib/supporters/csv/read-file'
import { composeNearKey } from '@/lib/supporters/model/name-key'
import { blankValues, type KnownSupporter } from '@/lib/supporters/model/fields'

const read = async (text: string | Buffer, choices = { mapping: {}, leftOut: [] as number[] }) => {
  const file = await readSupporterCsv(Buffer.from(text), choices)
  if (file.outcome === 'refused') throw new Error(file.message)
  return file
}

test('headers below titles and under their usual names are found, and what is unknown is named', async () => {
  const file = await read(
    'Supporters of the campaign,,\n,,\nOrganisation,Date signed,Website,Twitter,Party\nUnseen,3 Nov 2026,www.unseen.example,@unseen,\n',
  )
  expect(file.rows).toEqual([
    {
      line: 4,
      row: 4,
      isTooLong: false,
      raw: ['Unseen', '3 Nov 2026', 'www.unseen.example', '@unseen', ''],
      cells: {
        kind: 'organisation',
        name: 'Unseen',
        joinedOn: '2026-11-03',
        link: 'www.unseen.example',
      },
      given: { joinedOn: '3 Nov 2026' },
    },
  ])
  expect(file.ignored).toEqual(['Twitter', 'Party'])
})

test('people can map a header differently, and leave rows out', async () => {
  const text = 'Who,Type,Remarks\nUnseen,NGO,a\nOther,Charity,b\n'
  const mapping = { Who: 'name', Remarks: 'notes', Type: 'kind' }
  const file = await read(text, { mapping, leftOut: [3] })
  expect(file.rows.map(({ cells }) => cells)).toEqual([{ kind: 'organisation', name: 'Unseen', notes: 'a' }])
  expect(file.headers).toEqual([
    { header: 'Who', column: 'name' },
    { header: 'Type', column: 'kind' },
    { header: 'Remarks', column: 'notes' },
  ])
  expect((await read('name,Type\nx,mp\n', { mapping: { Type: '' }, leftOut: [] })).ignored).toEqual(['Type'])
})

test.each([
  ['22 November 2026', '2026-11-22'],
  ['22nd Nov 26', '2026-11-22'],
  ['22.11.2026', '2026-11-22'],
  ['22-11-2026', '2026-11-22'],
  ['3/11/26', '2026-11-03'],
  ['03.11.26', '2026-11-03'],
  ['3-Nov-26', '2026-11-03'],
  ['31/12/99', '2099-12-31'],
  ['2026/11/22', '2026-11-22'],
  ['2026-11-22', '2026-11-22'],
  ['soon', 'soon'],
])('the day %s is %s', (given, day) => expect(translateCell('joinedOn', given)).toBe(day))

test('an MP is found by cleaned name and constituency; several or none is a question', () => {
  const find = createMemberMatcher([
    { id: 1, name: 'Sir Keir Starmer', seatName: 'Holborn and St Pancras' },
    { id: 2, name: 'John Smith', seatName: 'Bath' },
    { id: 3, name: 'Dr John Smith', seatName: 'Ashford' },
  ])
  expect(find('Rt Hon. Keir Starmer KC MP', '')).toMatchObject({ outcome: 'found', member: { id: 1 } })
  expect(find('John Smith MP', 'ASHFORD')).toMatchObject({ outcome: 'found', member: { id: 3 } })
  expect(find('John Smith', '')).toMatchObject({ outcome: 'asked', question: expect.stringContaining('Bath') })
  expect(find('Nobody Here', 'Bath')).toMatchObject({ outcome: 'asked' })
  expect(cleanTitle('The Lord Alton of Liverpool')).toBe('alton')
  expect(cleanTitle('Baroness Kennedy of The Shaws KC')).toBe('kennedy')
})

test('close spellings are asked about, in the file and with those who are here', async () => {
  expect(composeNearKey('The Straße & Saint Mary\u200b')).toBe(composeNearKey('Strasse and St Mary'))
  const known: KnownSupporter = {
    ...blankValues,
    id: 7,
    version: 1,
    kind: 'organisation',
    name: 'Love & Justice',
    position: 10,
  }
  const file = await read(
    'kind,name\norganisation,Love and Justice\norganisation,St Mungo’s\norganisation,Saint Mungo’s\n',
  )
  const plan = await planImport(file.rows, { supporters: [known], memberNames: new Map(), members: [] })
  expect(plan.rows.map((row) => row.questions ?? [])).toEqual([
    ['Is this “Love & Justice” (id 7), who is here already?'],
    [],
    ['Is this the same as line 3?'],
  ])
})

test('each row says who it was linked to; each error its line, name and value', async () => {
  const file = await read('Type,Name,Constituency,Website\nMP,Sojan Joseph MP,Ashford,\nNGO,Odd,,not a link\n')
  const members = [{ id: 5, name: 'Sojan Joseph', seatName: 'Ashford' }]
  const plan = await planImport(file.rows, { supporters: [], memberNames: new Map([[5, 'Sojan Joseph']]), members })
  expect(plan.rows).toMatchObject([
    { outcome: 'new', linkedTo: 'Sojan Joseph, MP for Ashford', after: { memberId: 5, name: 'Sojan Joseph' } },
    { outcome: 'wrong', line: 3, name: 'Odd', problems: [{ column: 'link', value: 'not a link' }] },
  ])
})

test('letters of a Mac or of an old command line are refused by showing them; those of Windows are read', async () => {
  const line = (...codes: number[]) => Buffer.from([...Buffer.from('name\nCaf'), ...codes, ...Buffer.from(' Refuge\n')])
  for (const [mac, middle] of [
    [0x8e, true],
    [0x82, true],
  ] as const) {
    const given = Buffer.from([...Buffer.from('name\nCaf'), mac, ...Buffer.from(middle ? 'teria\n' : '\n')])
    expect(await readSupporterCsv(given)).toMatchObject({
      outcome: 'refused',
      message: expect.stringContaining('Some letters would be wrong'),
    })
  }
  expect((await read(line(0xe9))).rows[0]?.cells.name).toBe('Café Refuge')
  expect((await read(Buffer.from('name\nCafé'))).rows[0]?.cells.name).toBe('Café')
})

test('a stray quotation mark is data', async () => {
  expect((await read('name,kind\nThe 5" Trust,organisation\n')).rows[0]?.cells.name).toBe('The 5" Trust')
})
