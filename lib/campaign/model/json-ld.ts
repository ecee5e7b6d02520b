import type { Organisation } from './organisation'
import type { Pair } from './prose'

/** Structured data about a page for search engines, in schema.org terms. */
export type JsonLdData = { '@type': string; [property: string]: unknown }

/** The campaign, its site, and who runs them. */
export function composeSiteData(siteUrl: string, operator: Organisation): JsonLdData[] {
  const { status, name, url, address, email, pressEmail, logo } = operator
  const contacts = [
    { contactType: 'customer support', email },
    { contactType: 'press', email: pressEmail },
  ].filter((contact) => contact.email !== '')
  const organisation = {
    '@type': 'Organization',
    '@id': `${siteUrl}/#organisation`,
    name: 'Stable Futures',
    url: siteUrl,
    logo: `${siteUrl}/icon-512.png`,
    ...(status === 'set' && {
      parentOrganization: {
        '@type': 'Organization',
        name,
        ...(url && { url }),
        ...(address && { address }),
        ...(logo && { logo: siteUrl + logo.src }),
      },
    }),
    ...(contacts.length > 0 && { contactPoint: contacts.map((each) => ({ '@type': 'ContactPoint', ...each })) }),
  }
  return [
    organisation,
    {
      '@type': 'WebSite',
      name: 'Stable Futures',
      url: siteUrl,
      inLanguage: 'en-GB',
      publisher: { '@id': organisation['@id'] },
    },
  ]
}

/** The breadcrumb trail from the front page: names and paths, ending with the page itself. */
export function composeBreadcrumbs(siteUrl: string, way: { name: string; path: string }[]): JsonLdData {
  const itemListElement = way.map(({ name, path }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    item: siteUrl + path,
  }))
  return { '@type': 'BreadcrumbList', itemListElement }
}

/** Questions with their answers. */
export function composeQuestions(questions: readonly Pair[]): JsonLdData {
  const mainEntity = questions.map(({ title, text }) => ({
    '@type': 'Question',
    name: title,
    acceptedAnswer: { '@type': 'Answer', text },
  }))
  return { '@type': 'FAQPage', mainEntity }
}

/** Serialises data for a script element. `<` is escaped, so nothing inside can close the element. */
export function serialiseJsonLd(data: JsonLdData | JsonLdData[]): string {
  const all = [data].flat().map((each) => ({ '@context': 'https://schema.org', ...each }))
  return JSON.stringify(all.length === 1 ? all[0] : all).replace(
    /[<>&\u2028\u2029]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
