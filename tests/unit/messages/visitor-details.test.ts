import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanText } from '@/lib/messages/model/clean-text'
import { defaultReason, reasonBeginnings } from '@/lib/messages/model/reasons'
import { offerInstead, parseTemplate, seatVariables, visitorVariables } from '@/lib/messages/model/template'
import { composeBody, type Details, hasOwnWords, noDetails, tidyDetails } from '@/lib/messages/model/visitor-details'

function parse(text: string) {
  const parsed = parseTemplate(text, [...seatVariables, ...visitorVariables])
  if (parsed.outcome === 'refused') throw new Error(JSON.stringify(parsed.problems))
  return offerInstead(parsed.template, { why_it_matters: 'Children matter.', sender_name: 'A constituent in Bath' })
}

const anyText = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xff }), fc.integer({ min: 0, max: 0xffff })))
  .map((units) => String.fromCharCode(...units))

const letter = parse(
  'Dear Ann,\n\n{why_it_matters} {local_link}\n\nPlease act.\n\nYours sincerely,\n{sender_name}\n{sender_address}\n{sender_postcode}',
)
const full: Details = {
  sender_name: ' Ann  Example ',
  sender_address: '1 A Road\r\n\r\nBath ',
  sender_postcode: 'ba11aa.',
  why_it_matters: ' I teach',
  local_link: 'I’ve lived here for 12 years. ',
}
const given = (change: Partial<Details>) => composeBody(letter, { ...noDetails, ...change })

describe('a letter', () => {
  test('has all details, as sentences, with the address in lines and the postcode in its usual form', () => {
    expect(composeBody(letter, full)).toBe(
      'Dear Ann,\n\nI teach. I’ve lived here for 12 years.\n\nPlease act.\n\n' +
        'Yours sincerely,\nAnn Example\n1 A Road\nBath\nBA1 1AA',
    )
  })

  test('without details has a reason and a signature all the same, and no gap', () => {
    const expected = 'Dear Ann,\n\nChildren matter.\n\nPlease act.\n\nYours sincerely,\nA constituent in Bath'
    expect(composeBody(letter, noDetails)).toBe(expected)
    expect(composeBody(letter, {})).toBe(expected)
    expect(composeBody(letter, {}, 'A reason.')).toBe(expected.replace('Children matter.', 'A reason.'))
    expect(given({ local_link: 'I live here' })).toContain('\n\nChildren matter. I live here.\n\n')
    expect(given({ sender_postcode: 'ba1 1aa' })).toMatch(/sincerely,\nA constituent in Bath\nBA1 1AA$/)
    expect(given({ sender_name: 'Ann' })).toMatch(/sincerely,\nAnn$/)
  })

  test.each([
    ['I know Bath: {local_link}', 'I know Bath:'],
    ['{local_link} {local_link}', ''],
    ['a {local_link} b', 'a b'],
    ['a {local_link}.', 'a.'],
    ['a, {local_link}, b', 'a, b'],
    ['Address: {sender_address}', ''],
    ['{sender_address}, {sender_postcode}', ''],
    ['My name is {sender_name}.', ''],
    ['{mp_name}', '{mp_name}'],
  ])('%j without details is %j', (text, expected) => expect(composeBody(parse(text), noDetails)).toBe(expected))

  test('a comma goes with the detail beside it', () => {
    const line = parse('{sender_address}, {sender_postcode}')
    expect(composeBody(line, { sender_address: '1 A Road' })).toBe('1 A Road')
    expect(composeBody(line, { sender_postcode: 'BA1 1AA' })).toBe('BA1 1AA')
  })

  test('what a visitor types is never read as a field', () => {
    expect(given({ why_it_matters: '{local_link}!' })).toContain('\n\n{local_link}!\n\n')
  })

  test('own words are kept, and no bracket, brace, blank line too many or control character is added', () => {
    const word = fc.string({ unit: fc.constantFrom(...'ab.,! \n\u2028\u0085\0’”💙') })
    const details = fc.record(Object.fromEntries(visitorVariables.map((name) => [name, word])))
    fc.assert(
      fc.property(details, (typed) => {
        const body = composeBody(letter, typed)
        expect(body).not.toMatch(/[[\]{}\0\u0085\u2028]| \n|^\s|\s$/)
        expect(body.split('\n\n').at(-1)).toMatch(/^Yours sincerely,\n\S/)
        const plain = (text = '') => text.replace(/[\s,.\0\u2028\u0085]/g, '')
        for (const name of visitorVariables)
          if (name !== 'sender_postcode') expect(plain(body)).toContain(plain(typed[name]))
      }),
    )
  })
})

test.each([
  ['I care', 'I care.'],
  ['I care!', 'I care!'],
  ['“I care”', '“I care”.'],
  ['“I care.”', '“I care.”'],
  ['I care, ', 'I care.'],
  ['I care –', 'I care.'],
  ['I care 💙', 'I care 💙'],
  ['Rwy’n malio, ŵy', 'Rwy’n malio, ŵy.'],
])('the sentence %j is sent as %j', (typed, sent) => {
  expect(composeBody(parse('{why_it_matters}'), { why_it_matters: typed })).toBe(sent)
})

test('only a reason or a local sentence are own words', () => {
  expect(hasOwnWords({ ...full, why_it_matters: ' ', local_link: '' })).toBe(false)
  expect(hasOwnWords({ ...noDetails, local_link: 'x' })).toBe(true)
})

test('a text that leaves has one kind of line break and no control characters', () => {
  expect(cleanText(' a\r\nb\rc\u2028d\u2029e\vf\u0085g\fh\ti\0j\u009f \nk ')).toBe('a\nb\nc\nd\ne\nf\ng\nh ij\nk')
  fc.assert(
    fc.property(anyText, (text) => {
      const clean = cleanText(text)
      expect(clean).not.toMatch(/[^\P{Cc}\n]|[\u2028\u2029]/u)
      expect(cleanText(clean)).toBe(clean)
    }),
  )
})

test('the reason offered is one of three whole sentences, the same each time, and mentions no guardian', () => {
  for (const [nation, letter] of [
    ['England', 'E'],
    ['Scotland', 'S'],
  ] as const) {
    const reasons = Array.from({ length: 50 }, (_, at) => defaultReason(`${letter}140010${10 + at}`, nation))
    expect(new Set(reasons).size).toBe(3)
    for (const reason of reasons) expect(reason).toMatch(/^[A-Z][^.]+children?[^.]+\.$|^[A-Z][^.]+child [^.]+\.$/)
    expect(reasons.join('')).not.toMatch(/guardian/)
    expect(reasons.join('').includes('here alone')).toBe(nation === 'England')
  }
  expect(defaultReason('E14001063', 'England')).toBe(defaultReason('E14001063', 'England'))
  for (const beginning of reasonBeginnings) expect(beginning).toMatch(/^[A-Z].* $/)
})

test.each([
  ['As a parent, I ', ''],
  ['As a parent, I', ''],
  ['As a parent, I I came to the UK for safety, and ', ''],
  ['I foster. As a parent, I ', 'I foster.'],
  ['As a parent, I worry', 'As a parent, I worry.'],
])('of %j, what nobody went on with stays out of the letter', (typed, words) => {
  const details = { ...noDetails, why_it_matters: typed }
  expect(tidyDetails(details).why_it_matters).toBe(words)
  expect(hasOwnWords(details)).toBe(words !== '')
})
