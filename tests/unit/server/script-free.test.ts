import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { inlineStyles } from '@/lib/server/front/inline-styles.mjs'
import { createReadingPageTest, tightenPolicy, withoutScripts } from '@/lib/server/front/script-free.mjs'

const routes = {
  '/(reading)/page': '/',
  '/(reading)/asks/guardians/page': '/asks/guardians',
  '/(reading)/find/[region]/page': '/find/[region]',
  '/(reading)/logo/route': '/logo',
  '/take-action/page': '/take-action',
}

test('reading pages are those below (reading), by the routes that the build recorded', () => {
  const isReadingPage = createReadingPageTest(routes)
  expect(['/', '/asks/guardians', '/asks/guardians/', '/find/london'].filter(isReadingPage)).toHaveLength(4)
  expect(['/take-action', '/find', '/find/london/more', '/logo', '/asks', ''].filter(isReadingPage)).toEqual([])
  expect(createReadingPageTest({})('/')).toBe(false)
})

const page = [
  '<head><link rel="preload" as="script" fetchPriority="low" href="/_next/a.js"/><link rel="preload" href="/font.woff2" as="font"/>',
  '<script src="/_next/a.js" async=""></script><script type="application/ld+json">{"name":"x"}</script></head>',
  '<body><p>&lt;script>alert(1)&lt;/script></p><script>self.__next_f.push([1,"<p>"])</script>',
  '<script type="module" src="/wall-filter.js"></script><script nomodule="" src="/_next/b.js"></script></body>',
].join('')

test("takes the framework's scripts out, and nothing else", () => {
  expect(withoutScripts(page)).toEqual({
    html: [
      '<head><link fetchpriority="low" rel="preload" href="/font.woff2" as="font"/>',
      '<script type="application/ld+json">{"name":"x"}</script></head>',
      '<body><p>&lt;script>alert(1)&lt;/script></p>',
      '<script type="module" src="/wall-filter.js"></script></body>',
    ].join(''),
    ownScripts: true,
  })
  expect(withoutScripts('<p>None</p><script>1</script>')).toEqual({ html: '<p>None</p>', ownScripts: false })
})

test('the policy then allows no scripts, or only our own files', () => {
  const policy =
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self'"
  expect(tightenPolicy(policy, { ownScripts: false, styleSources: [] })).toBe(
    "default-src 'self'; script-src 'none'; style-src 'self'; img-src 'self'",
  )
  expect(tightenPolicy(policy, { ownScripts: true, styleSources: ["'sha256-a'"] })).toContain(
    "script-src 'self'; style-src 'self' 'sha256-a';",
  )
})

test('styles are inlined in the page, with their hash for the policy', () => {
  const link = '<link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/>'
  const read = (href: string) => (href.endsWith('a.css') ? 'a{src:url(../media/a.woff2)url("/b.svg")}' : null)
  const css = 'a{src:url(/_next/static/chunks/../media/a.woff2)url("/b.svg")}'
  const hash = createHash('sha256').update(css).digest('base64')
  expect(inlineStyles(`<head>${link}</head>`, read)).toEqual({
    html: `<head><style>${css}</style></head>`,
    sources: [`'sha256-${hash}'`],
  })
  const other = link.replace('a.css', 'b.css')
  expect(inlineStyles(other, read)).toEqual({ html: other, sources: [] })
})
