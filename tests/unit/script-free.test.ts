import { expect, test } from 'vitest'
import { createReadingPageTest, tightenPolicy, withoutScripts } from '@/lib/server/script-free.mjs'

const routes = {
  '/(reading)/page': '/',
  '/(reading)/asks/guardians/page': '/asks/guardians',
  '/(reading)/find/[region]/page': '/find/[region]',
  '/(reading)/logo/route': '/logo',
  '/take-action/page': '/take-action',
}

test('reading pages are those below (reading), by the route as the build names it', () => {
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
      '<head><link rel="preload" href="/font.woff2" as="font"/>',
      '<script type="application/ld+json">{"name":"x"}</script></head>',
      '<body><p>&lt;script>alert(1)&lt;/script></p>',
      '<script type="module" src="/wall-filter.js"></script></body>',
    ].join(''),
    ownScripts: true,
  })
  expect(withoutScripts('<p>None</p><script>1</script>')).toEqual({ html: '<p>None</p>', ownScripts: false })
})

test('the policy then allows no script, or only files of ours', () => {
  const policy = "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self'"
  expect(tightenPolicy(policy, false)).toBe("default-src 'self'; script-src 'none'; style-src 'self'; img-src 'self'")
  expect(tightenPolicy(policy, true)).toContain("script-src 'self';")
})
