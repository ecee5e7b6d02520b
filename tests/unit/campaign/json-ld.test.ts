import fc from 'fast-check'
import { expect, test } from 'vitest'
import { composeOrganisation, noOrganisation } from '@/lib/campaign/model/organisation'
import { composeBreadcrumbs, composeQuestions, composeSiteData, serialiseJsonLd } from '@/lib/campaign/model/json-ld'

test('no text can close the element, and all of it parses back', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', '</script><script>alert(1)</script>', '<!--', '\u2028'),
      (text, hostile) => {
        const data = composeQuestions([{ title: text + hostile, text: hostile + text }])
        const written = serialiseJsonLd(data)
        expect(written).not.toMatch(/[<>\u2028\u2029]/)
        expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify({ '@context': 'https://schema.org', ...data })))
      },
    ),
  )
})

test('describes a page, and who runs the site, in schema.org terms', () => {
  expect(composeBreadcrumbs('https://example.org', [{ name: 'All MPs', path: '/find' }])).toEqual({
    '@type': 'BreadcrumbList',
    itemListElement: [{ '@type': 'ListItem', position: 1, name: 'All MPs', item: 'https://example.org/find' }],
  })
  const unset = composeOrganisation(noOrganisation, '')
  expect(composeSiteData('https://example.org', unset)).toHaveLength(2)
  expect(JSON.stringify(composeSiteData('https://example.org', unset))).not.toMatch(/parentOrganization|contactPoint/)
  const settings = { ...noOrganisation, organisationName: 'Example Charity', pressEmail: 'press@example.org' }
  expect(composeSiteData('https://example.org', composeOrganisation(settings, 'hello@example.org'))[0]).toMatchObject({
    parentOrganization: { '@type': 'Organization', name: 'Example Charity' },
    contactPoint: [{ email: 'hello@example.org' }, { contactType: 'press', email: 'press@example.org' }],
  })
})
