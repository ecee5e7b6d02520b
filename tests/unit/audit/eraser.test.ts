import { expect, test } from 'vitest'
import { createEraser, eraseWithin, findsLoosely, isErased, listTexts } from '@/lib/audit/model/eraser'

test('whole words are found, whatever their case, spaces and apostrophes', () => {
  const { finds, erase } = createEraser(["Zoë O'Hara", 'zoe@example.org'])
  expect(erase("Met ZOË  O’HARA, and Zoë\nO'Hara’s brother.")).toBe('Met (erased), and (erased)’s brother.')
  expect(erase('zoe@example.org, Zoe@Example.org.')).toBe('(erased), (erased).')
  for (const other of ['Zoë O’Harald', 'xZoë O’Hara', 'old.zoe@example.org', 'zoe@example.org.uk', 'zoe@example.orgs'])
    expect(finds(other)).toBe(false)
  expect(finds('Zoe\u0308 O’Hara')).toBe(true)
  expect([finds(null), finds(''), createEraser([]).finds('a'), createEraser([]).erase('a')]).toEqual([
    false,
    false,
    false,
    'a',
  ])
  expect(createEraser(['a.b (c) [d]']).erase('axb a.b (c) [d]')).toBe('axb (erased)')
})

test('a piece of the text shows where it is', () => {
  const { extract } = createEraser(['Zoë'])
  expect(extract('Zoë')).toBe('Zoë')
  const long = 'word '.repeat(30)
  expect(extract(`${long}Zoë ${long}`)).toMatch(/^….{40}Zoë.{40}…$/)
})

test('values of any shape are rewritten, and nothing else in them', () => {
  const eraser = createEraser(['Zoë'])
  const value = { name: 'Zoë', Zoë: 1, list: ['a', { note: 'for Zoë' }], none: null, no: 3 }
  expect(listTexts(value, eraser)).toEqual(['Zoë', 'for Zoë'])
  expect(eraseWithin(value, eraser)).toEqual({
    name: '(erased)',
    Zoë: 1,
    list: ['a', { note: 'for (erased)' }],
    none: null,
    no: 3,
  })
})

test('in JSON, addresses of pages and tags, words may be in code or apart by hyphens', () => {
  const eraser = createEraser(['Zoë Quill', 'zoe@example.org'])
  for (const text of [
    'zoë-quill',
    'For_Zoë_Quill-2026',
    'https://example.org/zo%C3%AB+quill',
    '{"message":"Saved\\nZoë Quill."}',
    '{"href":"/staff?search=Zo%C3%AB%20Quill&to=zoe%40example.org"}',
    '100%, Zoë Quill',
  ])
    expect(findsLoosely(text, eraser), text).toBe(true)
  for (const text of [null, '', 'zoë-quillfeather', '{"Zoë":"Quill"}', '%E0%A4%A', '{'])
    expect(findsLoosely(text, eraser), String(text)).toBe(false)
  expect([isErased('a', null), isErased(null, 'By (erased).')]).toEqual([false, true])
})
