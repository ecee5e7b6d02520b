import { describe, expect, test } from 'vitest'
import { blankValues, type KnownSupporter } from '@/lib/supporters/model/fields'
import { planImport } from '@/lib/supporters/csv/plan-import'
import { readSupporterCsv } from '@/lib/supporters/csv/read-file'

function known(id: number, change: Partial<KnownSupporter>): KnownSupporter {
  return {
    ...blankValues,
    id,
    version: 3,
    kind: 'organisation',
    name: `Nobody ${id}`,
    position: id * 10,
    status: 'published',
    ...change,
  }
}

const supporters = [
  known(1, { kind: 'mp', name: 'Ann Able', memberId: 100, constituency: 'Bath' }),
  known(2, { kind: 'peer', name: 'Lord Bold', memberId: 200 }),
  known(3, { name: 'Children’s Hope', link: 'https://example.org/', joinedOn: '2026-01-02' }),
  known(4, { kind: 'mp', name: 'Cy Old', isFormer: true }),
  known(5, { name: 'Twice' }),
  known(6, { name: 'TWICE!' }),
]
const memberNames = new Map([
  [100, 'Ann Able'],
  [101, 'Dr Dee Dee'],
  [102, 'Cy Old'],
])

async function plan(text: string) {
  const file = await readSupporterCsv(Buffer.from(text))
  if (file.outcome === 'refused') throw new Error(file.message)
  return await planImport(file.rows, { supporters, memberNames, now: new Date('2026-11-22T10:00:00Z') })
}
const only = async (text: string) => (await plan(text)).rows[0]

describe('whom a row means', () => {
  test.each<[string, string, object]>([
    ['our id comes first', 'id,kind,name\n3,organisation,New Name\n', { outcome: 'changed', id: 3, version: 3 }],
    ['then Parliament’s, in the kind', 'kind,parliament id,name\nmp,100,Ann Abel\n', { outcome: 'changed', id: 1 }],
    ['in another kind it is somebody else', 'kind,parliament id,name\npeer,100,Baroness Able\n', { outcome: 'new' }],
    [
      'then the name, however it is written',
      'kind,name,link\norganisation,  CHILDRENS HOPE,https://example.org/new\n',
      { outcome: 'changed', id: 3 },
    ],
    [
      'a name gets the id that it lacked',
      'kind,name,parliament id\nmp,Cy Old,102\n',
      { outcome: 'changed', id: 4, changes: [{ column: 'memberId', before: '', after: '102' }] },
    ],
    [
      'not one that has another',
      'kind,name,parliament id\nmp,Ann Able,101\n',
      { outcome: 'new', warnings: ['There is a supporter of this name already (mp, id 1).'] },
    ],
    [
      'a name without an id keeps the id, and its own spelling',
      'kind,name,parliament id\nmp,ann able,\n',
      { outcome: 'unchanged', name: 'Ann Able', keptName: 'ann able' },
    ],
    [
      'a name that differs in capitals, spaces and punctuation renames nobody',
      'kind,name,notes\norganisation, childrens   HOPE.,new\n',
      {
        outcome: 'changed',
        isLive: true,
        keptName: 'childrens   HOPE.',
        after: { name: 'Children’s Hope' },
        changes: [{ column: 'notes', before: '', after: 'new' }],
      },
    ],
    ['neither does Parliament’s id', 'kind,parliament id,name\nmp,100,ANN ABLE\n', { outcome: 'unchanged' }],
    ['our id can', 'id,name\n1,ANN ABLE\n', { outcome: 'changed', after: { name: 'ANN ABLE' } }],
    [
      'found by id, an empty cell empties',
      'id,parliament id\n2,\n',
      { outcome: 'changed', changes: [{ column: 'memberId', before: '200', after: '' }] },
    ],
    [
      'nobody of that id',
      'id,name\n77,x\n',
      { outcome: 'wrong', problems: [{ column: 'id', message: expect.any(String) }] },
    ],
    ['an id that is none', 'id,name\n=1,x\n', { outcome: 'wrong', problems: [{ column: 'id' }] }],
    ['two of that name', 'kind,name\norganisation,twice\n', { outcome: 'wrong', problems: [{ column: 'name' }] }],
  ])('%s', async (_what, text, expected) => {
    expect(await only(text)).toMatchObject(expected)
  })
})

describe('what a row does', () => {
  test('an MP gets the name of the directory', async () => {
    expect(await only('kind,parliament id\nmp,101\n'.replace('kind', 'kind,name').replace('mp', 'mp,'))).toMatchObject({
      outcome: 'new',
      after: {
        name: 'Dr Dee Dee',
        memberId: 101,
        status: 'draft',
        position: 70,
        isFormer: false,
        joinedOn: null,
        notes: '',
      },
    })
  })

  test('each field that changes is named, before and after', async () => {
    const text = 'id,name,former,status,joined on,notes,link,position\n3,Hope,YES,Hidden,22/11/2026,"a\nb",,5\n'
    expect(await only(text)).toMatchObject({
      changes: [
        { column: 'name', before: 'Children’s Hope', after: 'Hope' },
        { column: 'isFormer', before: 'no', after: 'yes' },
        { column: 'link', before: 'https://example.org/', after: '' },
        { column: 'position', before: '30', after: '5' },
        { column: 'status', before: 'published', after: 'hidden' },
        { column: 'joinedOn', before: '2026-01-02', after: '2026-11-22' },
        { column: 'notes', before: '', after: 'a\nb' },
      ],
    })
  })

  test('nobody joins on a day that is still to come', async () => {
    const row = await only('kind,name,joined on\norganisation,Late,31/12/99\n')
    expect(row).toMatchObject({
      outcome: 'wrong',
      problems: [{ column: 'joinedOn', message: '31 Dec 2099 is still to come. Check the year.', value: '31/12/99' }],
    })
    expect(await only('kind,name,joined on\norganisation,Never,11/13/26\n')).toMatchObject({
      problems: [{ message: 'There is no such day. Write it like 22/11/2026.', value: '11/13/26' }],
    })
    expect(await only('kind,name,joined on\norganisation,Now,22/11/26\n')).toMatchObject({ outcome: 'new' })
  })

  test('new ones stand behind each other', async () => {
    expect(
      (await plan('kind,name\norganisation,A\norganisation,B\n')).rows.map(
        (row) => row.outcome === 'new' && row.after.position,
      ),
    ).toEqual([70, 80])
  })

  test.each<[string, string, string[]]>([
    ['kind', 'bank,x,,,,,', ['kind']],
    ['kind that is missing', ',x,,,,,', ['kind']],
    ['name', 'peer,,200000,,,,', ['name']],
    ['name of nothing', 'organisation,\u202E,,,,,', ['name']],
    ['id of an unknown MP', 'mp,x,999,,,,', ['memberId']],
    ['id that is no number', 'mp,x,4.5e3,,,,', ['memberId']],
    ['id of an organisation', 'organisation,x,100,,,,', ['memberId']],
    ['constituency of a peer', 'peer,x,,Bath,,,', ['constituency']],
    ['link', 'organisation,x,,,http://x/,,', ['link']],
    ['day', 'organisation,x,,,,31/02/2026,', ['joinedOn']],
    ['yes or no', 'organisation,x,,,,,perhaps', ['isFormer']],
    ['several at once', 'organisation,x,,,y,z,perhaps', ['isFormer', 'link', 'joinedOn']],
  ])('a wrong %s is named', async (_what, row, columns) => {
    const planned = await only(`kind,name,parliament id,constituency,link,joined on,former\n${row}\n`)
    expect(planned?.outcome === 'wrong' && planned.problems.map(({ column }) => column)).toEqual(columns)
    expect(
      planned?.outcome === 'wrong' &&
        planned.problems.every(({ message }) => message.endsWith('.') && !/invalid|expected/i.test(message)),
    ).toBe(true)
  })
})

describe('two of the same', () => {
  test('rows about one supporter', async () => {
    expect((await plan('id,kind,name\n3,,Hope\n,organisation,childrens hope\n')).rows[1]).toMatchObject({
      outcome: 'wrong',
      line: 3,
      problems: [{ message: expect.stringContaining('Line 2') }],
    })
  })
  test('a member twice in a file, and one that somebody has', async () => {
    expect((await plan('kind,name,parliament id\nmp,A,101\nmp,B,101\n')).rows[1]).toMatchObject({
      outcome: 'wrong',
      problems: [{ column: 'memberId', message: expect.stringContaining('Line 2') }],
    })
    expect(await only('id,parliament id\n4,100\n')).toMatchObject({
      outcome: 'wrong',
      problems: [{ message: expect.stringContaining('Supporter 1') }],
    })
  })
  test('two who swap their ids are not refused', async () => {
    expect((await plan('id,kind,parliament id\n1,,102\n4,,100\n')).counts).toMatchObject({ changed: 2, wrong: 0 })
  })
  test('a name twice is warned of', async () => {
    expect((await plan('kind,name\npeer,Same\norganisation,sáme\n')).rows[1]).toMatchObject({
      outcome: 'new',
      warnings: ['Line 2 adds the same name.'],
    })
    expect(await only('kind,name\norganisation,Ann Able\n')).toMatchObject({
      warnings: [expect.stringContaining('id 1')],
    })
  })
})
