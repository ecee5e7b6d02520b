import fc from 'fast-check'
import { expect, test } from 'vitest'
import { composeJson } from '@/lib/shared/compose-json'

test('for any value, the chunks join into its JSON and none is long', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => void expect([...composeJson(value)].join('')).toBe(JSON.stringify(value))),
  )
  expect([...composeJson({ a: undefined, b: null })].join('')).toBe('{"b":null}')
  const long = { rows: { new: Array.from({ length: 20_001 }, (_, line) => ({ line, name: 'x'.repeat(50) })) } }
  const pieces = [...composeJson(long)]
  expect(pieces.join('')).toBe(JSON.stringify(long))
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(10_000)
})
