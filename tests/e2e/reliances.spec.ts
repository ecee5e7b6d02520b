// What lib/server relies on in Next and React without being promised it. lib/server/README.md lists the same names, so
// an upgrade that breaks one fails here under its name.
import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { connect } from 'node:net'
import path from 'node:path'
import { nextBin } from '../../lib/cli/setup.mjs'
import { readActionId } from '../../lib/server/front/action-body.mjs'
import { inlineStyles } from '../../lib/server/front/inline-styles.mjs'
import { dropInternalHeaders } from '../../lib/server/front/drop-headers.mjs'
import { withoutScripts } from '../../lib/server/front/script-free.mjs'
import { readBuild } from '../../lib/server/read-build.mjs'
import { root } from '../../lib/shared/project.mjs'
import { readHiddenFields } from './hidden-fields'
import { makeInstall, serve } from './own-server'
import { expect, test } from './test'

const load = createRequire(import.meta.url)
const build = readBuild(root, 'localhost')
let next: ChildProcess
let url = ''

// Next's own server, which sends what the chain would get.
test.beforeAll(async () => {
  const install = await makeInstall()
  next = await serve(install, [nextBin, 'start', '-p', install.settings.PORT ?? ''])
  url = install.url
})
test.afterAll(() => void next.kill())

const read = async (where: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(url + where, { headers })
  return { headers: answer.headers, html: await answer.text() }
}

const reliances: Record<string, () => Promise<void> | void> = {
  async 'render-again header'() {
    const { 'x-prerender-revalidate': id } = build.newPageHeaders
    const { headers } = await read('/about', { 'x-prerender-revalidate': id })
    expect(headers.get('x-nextjs-cache')).toBe('REVALIDATED')
  },
  async 'draft cookie'() {
    const { headers } = await read('/about', { cookie: `__prerender_bypass=${build.previewId}` })
    expect(headers.get('cache-control')).toContain('no-store')
  },
  'build records'() {
    expect(build.securityHeaders.map(({ key }) => key.toLowerCase())).toContain('content-security-policy')
    expect(Object.entries(build.routes)).toContainEqual(['/(reading)/about/page', '/about'])
    expect(Object.values(build.routes)).toContain('/take-action/[slug]')
    expect(build.prerendered).toEqual(expect.arrayContaining(['/', '/about', '/take-action', '/find']))
    const pages = Object.values(build.actions).flatMap(({ workers }) => Object.keys(workers))
    expect(pages).toEqual(expect.arrayContaining(['app/take-action/page', 'app/take-action/[slug]/page']))
  },
  async 'hidden action fields'() {
    const form = new FormData()
    for (const [name, value] of readHiddenFields((await read('/take-action')).html)) form.append(name, value)
    const sent = new Response(form)
    const type = sent.headers.get('content-type') ?? ''
    const id = readActionId(undefined, type, Buffer.from(await sent.arrayBuffer()))
    expect(Object.keys(build.actions)).toContain(id)
  },
  async 'arguments of an action'() {
    const { encodeReply } = load('next/dist/compiled/react-server-dom-turbopack/client.browser')
    const form = new FormData()
    form.append('postcode', '$F1')
    const encoded: string | FormData = await encodeReply([{ outcome: 'invalid', value: '$5', gone: undefined }, form])
    const sent = new Response(encoded)
    const type = sent.headers.get('content-type') ?? ''
    expect(readActionId('id', type, Buffer.from(await sent.arrayBuffer()))).toBe('id')
    expect(
      readActionId('id', 'text/plain;charset=UTF-8', Buffer.from(String(await encodeReply([{ slug: 'a' }])))),
    ).toBe('id')
  },
  'internal headers'() {
    const { ACTION_HEADER, ...router } = load('next/dist/client/components/app-router-headers')
    const { PRERENDER_REVALIDATE_HEADER, PRERENDER_REVALIDATE_ONLY_GENERATED_HEADER } = load('next/dist/lib/constants')
    const names = Object.entries(router)
      .filter(([key]) => key.endsWith('_HEADER') && key !== 'RSC_CONTENT_TYPE_HEADER')
      .map(([, value]) => String(value))
    const all = [...names, PRERENDER_REVALIDATE_HEADER, PRERENDER_REVALIDATE_ONLY_GENERATED_HEADER]
    const headers = Object.fromEntries([...all, ACTION_HEADER].map((each) => [each, '1']))
    const request = Object.assign(Object.create(null), { url: '/', headers })
    dropInternalHeaders(request, Object.create(null), () => undefined)
    expect(Object.keys(headers)).toEqual(['next-action'])
    expect(PRERENDER_REVALIDATE_HEADER).toBe('x-prerender-revalidate')
  },
  async 'scripts and styles in a page'() {
    const { html } = await read('/about')
    expect(html).toMatch(/<script[^>]*>[^<]*self\.__next_f/)
    expect(withoutScripts(html)).toMatchObject({ html: expect.not.stringContaining('<script'), ownScripts: false })
    const { sources } = inlineStyles(html, build.readSheet)
    expect(sources.length).toBeGreaterThan(0)
  },
  'escaped text'() {
    const { createElement } = load('react')
    const { renderToStaticMarkup } = load('react-dom/server')
    expect(renderToStaticMarkup(createElement('p', { title: '<script>' }, '<script>'))).not.toContain('<script')
  },
  async 'whole pages'() {
    const { html } = await read('/take-action/ashford')
    expect(html.indexOf('<title>')).toBeGreaterThan(0)
    expect(html.indexOf('<title>')).toBeLessThan(html.indexOf('</head>'))
    expect(html).toMatch(/<\/html>$/)
  },
  async 'cache-control of pages'() {
    expect((await read('/about')).headers.get('cache-control')).toMatch(/\bs-maxage=[1-9]/)
    expect((await read('/staff/sign-in')).headers.get('cache-control')).toContain('no-store')
  },
  async 'separate server for upgrades'() {
    const { hostname, port } = new URL(process.env.E2E_MAIN ?? '')
    const socket = connect(Number(port), hostname)
    socket.write('GET /about HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade, close\r\n\r\n')
    let received = ''
    for await (const chunk of socket) received += String(chunk)
    expect(received).toMatch(/^HTTP\/1\.1 200 /)
  },
}

for (const [name, check] of Object.entries(reliances)) test(`what we rely on: ${name}`, check)

test('the README lists what we rely on, by the same names', () => {
  const readme = readFileSync(path.join(root, 'lib/server/README.md'), 'utf8')
  const [, section = ''] = /## What we rely on in Next and React\n([^]*?)\n## /.exec(readme) ?? []
  const names = [...section.matchAll(/^- \*\*([^*]+)\*\*/gm)].map(([, name]) => name)
  expect(names.sort()).toEqual([...Object.keys(reliances), 'readers of forms'].sort())
})
