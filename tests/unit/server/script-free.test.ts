import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { inlineStyles } from '@/lib/server/front/inline-styles.mjs'
import { finishPage } from '@/lib/server/front/finish-page.mjs'
import { isDeskPage, tightenPolicy, withoutScripts } from '@/lib/server/front/script-free.mjs'

const policy = "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self'"
const deskPolicy = "default-src 'self'; script-src 'nonce-abc' 'strict-dynamic'; style-src 'self' 'nonce-abc'"

test('the desk’s pages are those below /staff with a nonce, and all others are public', () => {
  expect(['/staff', '/staff/', '/staff/log'].filter((path) => isDeskPage(path, deskPolicy))).toHaveLength(3)
  for (const path of ['/', '/staffing', '/take-action', '/x/staff', '//staff', '/Staff', '/%73taff'])
    expect(isDeskPage(path, deskPolicy), path).toBe(false)
  expect(isDeskPage('/staff/nothing', policy)).toBe(false)
  expect(isDeskPage('/staff', '')).toBe(false)
})

const page = [
  '<head><link rel="preload" as="script" fetchPriority="low" href="/_next/a.js"/><link rel="preload" href="/font.woff2" as="font"/>',
  '<script src="/_next/a.js" async=""></script><script type="application/ld+json">{"name":"x"}</script></head>',
  '<body><p>&lt;script>alert(1)&lt;/script></p><script>self.__next_f.push([1,"<p>"])</script>',
  '<script type="module" src="/scripts/wall-AB12.js"></script><script nomodule="" src="/_next/b.js"></script></body>',
].join('')

test("takes the framework's scripts out, and nothing else", () => {
  expect(withoutScripts(page)).toEqual({
    html: [
      '<head><link fetchpriority="low" rel="preload" href="/font.woff2" as="font"/>',
      '<script type="application/ld+json">{"name":"x"}</script></head>',
      '<body><p>&lt;script>alert(1)&lt;/script></p>',
      '<script type="module" src="/scripts/wall-AB12.js"></script></body>',
    ].join(''),
    ownScripts: true,
  })
  expect(withoutScripts('<p>None</p><script>1</script>')).toEqual({ html: '<p>None</p>', ownScripts: false })
})

test.each([
  '<script src="/other.js"></script>',
  '<script src="https://other.example/scripts/a.js"></script>',
  '<script src="/scripts/../_next/a.js"></script>',
  '<script type="module">import "/scripts/a.js"</script>',
  "<script src='/scripts/a.js'></script>",
])('takes out anything but our own files: %s', (script) => {
  expect(withoutScripts(`<p>Text</p>${script}`)).toEqual({ html: '<p>Text</p>', ownScripts: false })
})

test('the policy then allows no script, or only files of ours', () => {
  expect(tightenPolicy(policy, { ownScripts: false, styleSources: [] })).toBe(
    "default-src 'self'; img-src 'self'; script-src 'none'; style-src 'self'",
  )
  expect(tightenPolicy(policy, { ownScripts: true, styleSources: ["'sha256-a'"] })).toContain(
    "script-src 'self'; style-src 'self' 'sha256-a'",
  )
  expect(tightenPolicy('', { ownScripts: false, styleSources: [] })).toBe("script-src 'none'; style-src 'self'")
  const split = "script-src-elem 'unsafe-inline'; style-src-attr 'unsafe-inline'; img-src *"
  expect(tightenPolicy(split, { ownScripts: true, styleSources: [] })).not.toContain('unsafe')
})

describe('every answer but the desk’s allows nothing inline', () => {
  const finish = (path: string, status: number, type: string, given = policy) =>
    finishPage({ status, headers: { 'content-type': type, 'content-security-policy': given }, body }, path, {
      readSheet: () => null,
    })
  const body = Buffer.from('<p>Text</p><script>self.__next_f=1</script>')
  const html = 'text/html; charset=utf-8'

  test.each([
    ['/', 200, html],
    ['/take-action/ashford', 200, html],
    ['/find', 404, html],
    ['/unheard-of', 500, html],
    ['/staff', 500, html],
    ['/staff/none', 404, html],
    ['/api/counts', 200, 'application/json'],
    ['/take-action', 303, ''],
  ])('%s with %d', (path, status, type) => {
    const { headers, body } = finish(path, status, type)
    expect(headers['content-security-policy']).toMatch(/^(?!.*unsafe).*script-src 'none'/)
    if (type === html) expect(body.toString()).not.toContain('<script')
  })

  test('the desk keeps its scripts and its policy', () => {
    expect(finish('/staff/log', 200, html, deskPolicy)).toMatchObject({
      headers: { 'content-security-policy': deskPolicy },
      body,
    })
  })

  test('an answer that the page is unchanged says nothing about the policy', () => {
    expect(finish('/find', 304, html).headers).not.toHaveProperty('content-security-policy')
  })
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
