import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareTexts } from '@/lib/shared/model/text-difference'

const show = (before: string, after: string) =>
  compareTexts(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `[+${text}]` : `[-${text}]`))
    .join('')

test.each([
  ['a b c', 'a b c', 'a b c'],
  ['', 'new', '[+new]'],
  ['old', '', '[-old]'],
  ['Dear {mp_name}, hello', 'Dear {mp_salutation}, hello', 'Dear {[-mp_name][+mp_salutation]}, hello'],
  ['one two three', 'four five three', '[-one two][+four five] three'],
  ['a\n\nb', 'a\nb', 'a\n[-\n]b'],
])('%j beside %j', (before, after, expected) => expect(show(before, after)).toBe(expected))

test('both texts can be reconstructed from the parts', () => {
  const text = fc.array(fc.constantFrom('a', 'b', ' ', '\n', ', ', '{mp}', 'ü')).map((words) => words.join(''))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = compareTexts(before, after)
      const without = (kind: string) => parts.flatMap((part) => (part.kind === kind ? [] : [part.text])).join('')
      expect([without('added'), without('removed')]).toEqual([before, after])
    }),
  )
})

test('texts with nothing in common compare quickly, and common lines are found', () => {
  const words = (word: string, count = 2_000) => Array.from({ length: count }, (_, at) => `${word}${at}`).join(' ')
  const start = performance.now()
  expect(show(words('a'), words('b'))).toBe(`[-${words('a')}][+${words('b')}]`)
  expect(show(`${words('a')}\nDear MP,\nend\n`, `${words('b')}\nDear MP,\nend\n`)).toBe(
    `[-${words('a')}\n][+${words('b')}\n]Dear MP,\nend\n`,
  )
  expect(performance.now() - start).toBeLessThan(2_000) // used to take 12 s each
  expect(show(words('a', 100), words('b', 100))).toBe(`[-${words('a', 100)}][+${words('b', 100)}]`)
})
