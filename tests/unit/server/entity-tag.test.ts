import fc from 'fast-check'
import { expect, test } from 'vitest'
import { composeTag, isTagKnown } from '@/lib/server/front/entity-tag.mjs'

test.each([
  ['*', true],
  [' * ', true],
  ['"tag"', true],
  ['W/"tag"', true],
  ['W/"other" , "a,b", "tag"', true],
  ['"other"', false],
  ['x"tag"', false],
  ['"tag"x', false],
  ['"xtag"', false],
  ['"tag" "other"', false],
  ['"other" "tag"', false],
  ['w/"tag"', false],
  ['tag', false],
  ['"tag', false],
  [',', false],
  ['', false],
  [undefined, false],
])('If-None-Match of %s names "tag": %s', (header, isKnown) => {
  expect(isTagKnown(header, '"tag"')).toBe(isKnown)
  expect(isTagKnown(header, 'W/"tag"')).toBe(isKnown)
})

test('a tag is found in any list, and anything malformed never matches', () => {
  const tag = composeTag('body')
  const others = fc.array(fc.string({ unit: fc.constantFrom('a', ',', '/', 'W', '!') }).map((text) => `"${text}"`))
  fc.assert(fc.property(others, others, (before, after) => isTagKnown([...before, tag, ...after].join(', '), tag)))
  fc.assert(fc.property(others, (list) => !isTagKnown(list.join(','), tag)))
  const begun = performance.now()
  isTagKnown(`"${'a", "'.repeat(100_000)}`, tag)
  isTagKnown(' '.repeat(1_000_000), tag)
  expect(performance.now() - begun).toBeLessThan(2_000)
})
