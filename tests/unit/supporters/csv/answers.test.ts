import { describe, expect, test } from 'vitest'
import { readAnsweredChoices } from '@/app/staff/_request/read-choices'
import { planImport } from '@/lib/supporters/csv/plan-import'
import { readSupporterCsv } from '@/lib/supporters/csv/read-file'
import { composeNearKey } from '@/lib/supporters/model/name-key'
import { blankValues, type KnownSupporter } from '@/lib/supporters/model/fields'

const known = (id: number, change: Partial<KnownSupporter>): KnownSupporter => ({
  ...blankValues,
  id,
  version: 1,
  kind: 'organisation',
  name: '',
  position: id * 10,
  status: 'published',
  ...change,
})
const supporters = [
  known(1, { name: 'Children and Families Across Borders (CFAB)', link: 'https://cfab.example/' }),
  known(2, { kind: 'peer', name: 'Lord Alton of Liverpool', memberId: 738 }),
]
const members = [
  { id: 1560, name: 'Sir Jeremy Wright', seatName: 'Kenilworth and Southam' },
  { id: 2, name: 'John Smith', seatName: 'Bath' },
  { id: 3, name: 'Dr John Smith', seatName: 'Ashford' },
]
const memberNames = new Map(members.map(({ id, name }) => [id, name]))

async function plan(text: string, answers: Record<string, string> = {}, here = supporters) {
  const file = await readSupporterCsv(Buffer.from(text))
  if (file.outcome === 'refused') throw new Error(file.message)
  return (await planImport(file.rows, { supporters: here, memberNames, members }, answers)).rows
}

describe('whom a row means that is asked about', () => {
  const wright = 'kind,name,constituency\nmp,Jeremy Wright,Rugby\n'

  test('an MP of the directory', async () => {
    expect(await plan(wright)).toMatchObject([
      {
        outcome: 'asked',
        questions: ['Do you mean Sir Jeremy Wright, Kenilworth and Southam (Parliament id 1560)?'],
        candidates: [{ column: 'memberId', value: '1560' }],
      },
    ])
    expect(await plan(wright, { 2: 'memberId 1560' })).toEqual([
      expect.objectContaining({
        outcome: 'new',
        warnings: [],
        linkedTo: 'Sir Jeremy Wright, Kenilworth and Southam (Parliament id 1560)',
        after: expect.objectContaining({ name: 'Sir Jeremy Wright', memberId: 1560, constituency: 'Rugby' }),
      }),
    ])
  })

  test('an MP who is here keeps the name that they have', async () => {
    const here = [known(9, { kind: 'mp', name: 'Jeremy Wright KC', memberId: 1560, constituency: 'Rugby' })]
    expect(await plan(wright, { 2: 'memberId 1560' }, here)).toMatchObject([
      { outcome: 'unchanged', id: 9, name: 'Jeremy Wright KC' },
    ])
  })

  test('one of several of a name', async () => {
    const text = 'kind,name\nmp,John Smith\n'
    expect((await plan(text))[0]).toMatchObject({ candidates: [{ value: '2' }, { value: '3' }] })
    expect(await plan(text, { 2: 'memberId 3' })).toMatchObject([{ outcome: 'new', after: { memberId: 3 } }])
  })

  test('an organisation without its short form', async () => {
    const text = 'kind,name,notes\norganisation,Children & Families Across Borders,met in May\n'
    expect(await plan(text)).toMatchObject([
      {
        outcome: 'asked',
        questions: ['Is this “Children and Families Across Borders (CFAB)” (id 1), who is here already?'],
      },
    ])
    expect(await plan(text, { 2: 'id 1' })).toMatchObject([
      { outcome: 'changed', id: 1, isLive: true, changes: [{ column: 'notes', before: '', after: 'met in May' }] },
    ])
  })

  test('a peer keeps the Parliament id that the file leaves out', async () => {
    const text = 'kind,name,parliament id\npeer,The Rt Hon the Lord Alton of Liverpool,\n'
    expect(await plan(text, { 2: 'id 2' })).toMatchObject([{ outcome: 'unchanged', id: 2 }])
  })

  test.each(['id 2', 'memberId 3', 'id 1 ', '', 'constructor'])(
    '%j is no answer to another question',
    async (answer) => {
      expect(await plan(wright, { 2: answer, constructor: answer })).toMatchObject([{ outcome: 'asked' }])
    },
  )
})

test.each([
  ['Love146', 'LOVE 146', true],
  ['Save the Children (SC UK)', 'Save the Children', false],
  ['Barnardo’s (Wales)', 'Barnardo’s', false],
  ['CFAB', 'Children and Families Across Borders (CFAB)', false],
])('whether %s may be %s: %s', (one, other, isNear) => {
  expect(composeNearKey(one) === composeNearKey(other)).toBe(isNear)
})

test('answers of a form without JavaScript add to those before; whatever else is sent counts for nothing', () => {
  const choices = JSON.stringify({ mapping: {}, leftOut: [9], answers: { 2: 'id 1' } })
  expect(readAnsweredChoices({ choices, 'answer-3': 'memberId 5', 'answer-4': 'leave-out', 'answer-5': '' })).toEqual({
    mapping: {},
    leftOut: [9, 4],
    answers: { 2: 'id 1', 3: 'memberId 5' },
  })
  expect(readAnsweredChoices({ choices: '{', 'answer-x': 'leave-out' })).toEqual({ mapping: {}, leftOut: [] })
})
