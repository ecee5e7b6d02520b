import { expect, test } from 'vitest'
import { parseSourceTag, readSourceTagOf, withSourceTag } from '@/lib/actions/model/source-tag'

test('a tag is 1 to 40 letters, digits, hyphens and underscores; anything else is invalid', () => {
  for (const tag of ['newsletter-5', 'A_b-9', 'x', 'a'.repeat(40)]) expect(parseSourceTag(tag)).toBe(tag)
  for (const other of ['', 'a'.repeat(41), 'two words', 'a\n', 'é', 'M1 1AE', '<b>', 5, null, undefined, ['x']])
    expect(parseSourceTag(other)).toBeNull()
})

test('a tag is read from a URL and carried only to our own pages', () => {
  expect(readSourceTagOf('https://site.example/?a=b&s=leaflet_2#top')).toBe('leaflet_2')
  for (const without of [
    'https://site.example/',
    'https://site.example/?s=a%20b',
    'https://site.example/?S=x',
    '',
    'nonsense?s=x',
  ])
    expect(readSourceTagOf(without)).toBeNull()
  expect(withSourceTag('/take-action/ashford', 'leaflet_2')).toBe('/take-action/ashford?s=leaflet_2')
  expect(withSourceTag('/find', null)).toBe('/find')
  expect(withSourceTag('https://www.gov.je', 'leaflet_2')).toBe('https://www.gov.je')
})
