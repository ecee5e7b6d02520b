import { expect, test } from 'vitest'
import { describe } from '@/lib/shared/framework-log'

test.each([
  [`Unexpected token 'S', "SW1A 1AA" is not valid JSON`, 'Unexpected token …, … is not valid JSON'],
  [
    '`x-forwarded-host` header with value `a.example` does not match `origin` with value `Marker`.',
    '… header with value … does not match … with value ….',
  ],
  ['an open quotation: "SW1A 1AA', 'an open quotation: …'],
  ["Can't reach it", "Can't reach it"],
])('%s keeps nothing quoted', (message, kept) => {
  expect(describe(message)).toBe(kept)
  const described = describe(new SyntaxError(message))
  expect(described).toMatchObject({ name: 'SyntaxError', message: kept })
  expect(JSON.stringify(described)).not.toMatch(/SW1A|Marker/)
})

test('an error keeps its stack and code, an object nothing', () => {
  const error = Object.assign(new Error('x'), { code: 'E1', digest: 'D1', input: 'Marker' })
  expect(describe(error)).toMatchObject({
    code: 'E1',
    digest: 'D1',
    places: expect.arrayContaining([expect.stringMatching(/^at /)]),
  })
  expect(JSON.stringify(describe(error))).not.toContain('Marker')
  expect(describe({ secret: 'Marker' })).toBe('object')
})
