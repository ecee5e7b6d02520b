import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createMemberMatcher } from '@/lib/supporters/csv/match-member'
import { createPeerMatcher } from '@/lib/supporters/csv/match-peer'
import { cleanTitle, mayBeSamePeer, readPersonName } from '@/lib/supporters/csv/person-name'
import { planImport } from '@/lib/supporters/csv/plan-import'
import { readSupporterCsv } from '@/lib/supporters/csv/read-file'
import { blankValues, type KnownSupporter } from '@/lib/supporters/model/fields'

const known = (...names: string[]): KnownSupporter[] =>
  names.map((name, at) => ({ ...blankValues, id: at + 1, version: 1, kind: 'peer', name, position: 10 }))
const ask = async (here: string, name: string) => (await createPeerMatcher(known(here)))(name, null, 2).questions

test.each([
  ['Lord Alton of Liverpool', 'The Rt Hon Lord Alton of Liverpool KCSG KCMG'],
  ['Lord Alton of Liverpool', 'Professor the Lord Alton of Liverpool'],
  ['Lord Alton of Liverpool', 'Lord Alton'],
  ['Lord Alton of Liverpool', 'Lord (David) Alton'],
  ['Lord Alton of Liverpool', 'David Alton, Lord Alton of Liverpool'],
  ['Lord Alton of Liverpool', 'Alton of Liverpool, Lord'],
  ['Lord Alton of Liverpool', 'Baron Alton of Liverpool, of Mossley Hill in the County of Merseyside'],
  ['Lord Dubs', 'Alf Dubs'],
  ['Alfred Dubs', 'Lord Alf Dubs'],
  ['Baroness Kennedy of The Shaws', 'Baroness Helena Kennedy KC'],
  ['Baroness Kennedy of The Shaws', 'Lady Kennedy'],
  ['The Earl of Sandwich', 'Lord Sandwich'],
  ['Viscount Hailsham', 'The Rt Hon the Viscount Hailsham KC PC'],
  ['The Lord Bishop of Durham', 'The Rt Revd Bishop of Durham'],
  ['Lord West of Spithead', 'Admiral the Rt Hon the Lord West of Spithead GCB DSC PC'],
  ['Lord Stirrup', 'Marshal of the Royal Air Force the Lord Stirrup KG'],
  ['Lord Lloyd-Webber', 'Lord Lloyd Webber'],
  ['Lord Lloyd Webber', 'Lord Andrew Lloyd Webber'],
  ['Baroness D’Souza', "The Baroness D'Souza CMG"],
  ['Lord Ó Cathain', 'Lord O Cathain'],
])('“%s” who is here, and “%s” in a file: it is asked', async (here, name) => {
  expect(await ask(here, name)).toEqual([`Is this “${here}” (id 1), who is here already?`])
})

test.each([
  ['Baroness Jones of Whitchurch', 'Baroness Jones of Moulsecoomb'],
  ['Lord Smith of Kelvin', 'Lord Smith of Finsbury'],
  ['Lord Kinnock', 'Baroness Kinnock of Holyhead'],
  ['Viscount Hailsham', 'Earl of Hailsham'],
  ['Alf Dubs', 'Susan Dubs'],
  ['Lord Bishop of Durham', 'Lord Bishop of York'],
  ['Lord Lloyd-Webber', 'Lord Webber'],
  ['Lord Earl', 'Lord Baron'],
  ['Lord King of Bridgwater', 'Lord Kinghorn'],
  ['Lord Alton of Liverpool', ''],
  ['Lord Alton of Liverpool', '—'],
])('“%s” and “%s” are two people', async (here, name) => {
  expect(await ask(here, name)).toEqual([])
})

test('several are named in one question; another line of the file, too; two of Parliament’s ids are two people', async () => {
  const match = await createPeerMatcher([
    ...known('Baroness Jones of Whitchurch', 'Baroness Jones of Moulsecoomb'),
    { ...blankValues, id: 3, version: 1, kind: 'organisation', name: 'Jones', position: 10 },
  ])
  expect(match('The Baroness Jones', null, 2).questions).toEqual([
    'Is this “Baroness Jones of Whitchurch” (id 1) or “Baroness Jones of Moulsecoomb” (id 2), who are here already?',
  ])
  expect(match('Lady Jones', 4, 3).questions).toEqual([
    expect.stringContaining('here already'),
    'Is this the same as line 2?',
  ])
  expect(match('Lady Ann Jones', 5, 4).questions[1]).toBe('Is this the same as line 2?')
})

test('a peer who is here is not new under another title, in a file as people keep it', async () => {
  const file = await readSupporterCsv(
    Buffer.from(
      'Type,Peer\nLord,The Rt Hon the Lord Alton of Liverpool\nLord,Lord Dubs\nBaroness,Baroness Cox\nPeer,Alf Dubs\n',
    ),
  )
  if (file.outcome === 'refused') throw new Error(file.message)
  const supporters = known('Lord Alton of Liverpool')
  const plan = await planImport(file.rows, { supporters, memberNames: new Map(), members: [] })
  expect(plan.rows.map(({ questions = [] }) => questions)).toEqual([
    ['Is this “Lord Alton of Liverpool” (id 1), who is here already?'],
    [],
    [],
    ['Is this the same as line 3?'],
  ])
})

test('an MP whose surname is a title is not another', () => {
  const find = createMemberMatcher([
    { id: 1, name: 'John Baron', seatName: 'Billericay' },
    { id: 2, name: 'John Lord', seatName: 'Bath' },
  ])
  expect(find('Mr John Lord MP', '')).toMatchObject({ outcome: 'found', member: { id: 2 } })
  expect(find('John Earl', '')).toMatchObject({ outcome: 'asked' })
})

// Surnames that are titles too are among them; those that are letters after a name can't be told from these.
const word = fc
  .stringMatching(/^[a-z]{4,9}$/)
  .filter((text) => !/^(?:dcmg|gcmg|kcmg|kcvo|dcvo|gcvo|frse|frsa|frcp|frcs|kcsg|frcgp|fmedsci)$/.test(text))
const surname = fc.oneof(
  word,
  fc.tuple(word, word).map((parts) => parts.join('-')),
  fc.constantFrom('lord', 'earl', 'baron', 'duke', 'marshal', 'major', 'dame', 'sir', 'king', 'bishop', 'prior'),
)
const title = fc.constantFrom(
  '',
  'Lord',
  'The Lord',
  'The Rt Hon the Lord',
  'Baroness',
  'Viscount',
  'Lady',
  'Professor the Baroness',
  'Sir',
  'Dame',
  'Dr',
  'Rt Hon',
)
const after = fc.constantFrom('', ' KC', ' OBE FRS', ' MP', ' CBE')
const place = fc.constantFrom('', ' of Bath', ' of The Shaws', ' of Kingston upon Thames')
const person = fc
  .record({ title, first: fc.oneof(fc.constant(''), word), surname, place, after })
  // Nobody is called by a surname alone, and “Rt Hon Earl of Bath” is the Earl.
  .map((parts) => ({
    ...parts,
    first: parts.first || (parts.title === '' || ['earl', 'duke'].includes(parts.surname) ? 'mary' : ''),
  }))
const write = ({
  title: before,
  first,
  surname: last,
  place: of,
  after: letters,
}: { [part in 'title' | 'first' | 'surname' | 'place' | 'after']: string }) =>
  `${before} ${first} ${last}${of}${letters}`.replace(/\s+/g, ' ').trim()

test('cleaning never joins two surnames', () => {
  fc.assert(
    fc.property(person, person, (one, other) => {
      fc.pre(one.surname !== other.surname)
      const [first, second] = [write(one), write(other)]
      expect(mayBeSamePeer(readPersonName(first), readPersonName(second)), `${first} | ${second}`).toBe(false)
      expect(cleanTitle(first), `${first} | ${second}`).not.toBe(cleanTitle(second))
    }),
    { numRuns: 20_000 },
  )
})

test('any name may be the same as itself with more titles and letters', () => {
  fc.assert(
    fc.property(person, title, after, (one, before, letters) => {
      const name = write({ ...one, title: before === '' ? one.title : before, after: letters })
      const plain = write({ ...one, title: 'Rt Hon', after: '' })
      expect(mayBeSamePeer(readPersonName(plain), readPersonName(name)), `${plain} | ${name}`).toBe(true)
    }),
    { numRuns: 5_000 },
  )
})

test('any text is read', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readPersonName(text)))
})
