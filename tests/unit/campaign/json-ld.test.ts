import fc from 'fast-check'
import { expect, test } from 'vitest'
import { composeBreadcrumbs, composeQuestions, composeSiteData, serialiseJsonLd } from '@/lib/campaign/model/json-ld'

test('no text can close the element, and all of it parses back', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', '</script><script>alert(1)</script>', '<!--', '\u2028'),
      (text, hostile) => {
        const data = composeQuestions([{ question: text + hostile, answer: hostile + text }])
        const written = serialiseJsonLd(data)
        expect(written).not.toMatch(/[<>\u2028\u2029]/)
        expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify({ '@context': 'https://schema.org', ...data })))
      },
    ),
  )
})

test('describes a page in schema.org terms', () => {
  expect(composeBreadcrumbs('https://example.org', [{ name: 'All MPs', path: '/find' }])).toEqual({
    '@type': 'BreadcrumbList',
    itemListElement: [{ '@type': 'ListItem', position: 1, name: 'All MPs', item: 'https://example.org/find' }],
  })
  expect(JSON.parse(serialiseJsonLd(composeSiteData('https://example.org')))).toHaveLength(2)
})
