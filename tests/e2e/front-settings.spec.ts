import Database from 'better-sqlite3'
import type { ChildProcess } from 'node:child_process'
import { frontLinks } from '../../lib/shared/front.mjs'
import { readHiddenFields } from './hidden-fields'
import { type Install, makeInstall, serve } from './own-server'
import { expect, test } from './test'

let server: ChildProcess | undefined
test.afterEach(() => void server?.kill())

async function startWith(settings: Record<string, string>): Promise<Install> {
  const install = await makeInstall()
  Object.assign(install.settings, settings)
  server = await serve(install)
  return install
}

const openDatabase = ({ settings }: Install) => new Database((settings.DATABASE_URL ?? '').replace('file:', ''))

/** Posts a form as a browser without JavaScript does. */
async function postForm(url: string, fields: Record<string, string>) {
  const form = new FormData()
  const html = await (await fetch(url)).text()
  for (const [name, value] of [...readHiddenFields(html), ...Object.entries(fields)]) form.append(name, value)
  return fetch(url, { method: 'POST', body: form, redirect: 'manual' })
}

/** Reports a hand-off as the page's script does. */
async function report(url: string, tokenFrom: Record<string, string>, reportFrom: Record<string, string>) {
  const send = async (path: string, value: object, from: Record<string, string>) => {
    const headers = { 'content-type': 'application/json', ...from }
    const answer = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(value) })
    return answer.json()
  }
  const subject = { slug: 'ashford', key: 'abcdefghijklmnopqrstuv' }
  const { token } = await send('/api/actions/token', subject, tokenFrom)
  return send('/api/actions', { ...subject, token, channel: 'x', kind: 'opened', isPersonal: null }, reportFrom)
}

async function expectWorkingSite(install: Install) {
  const { url } = install
  for (const path of [
    '/',
    '/about',
    '/take-action',
    '/take-action/ashford',
    '/find',
    '/staff/sign-in',
    '/robots.txt',
  ]) {
    expect((await fetch(url + path)).status, path).toBe(200)
  }
  const file = /\/_next\/static\/[\w./~-]+\.js/.exec(await (await fetch(`${url}/take-action`)).text())?.[0]
  expect((await fetch(url + file)).headers.get('content-type')).toMatch(/javascript/)
  expect((await fetch(`${url}/og/site.png`)).headers.get('content-type')).toBe('image/png')
  const found = await postForm(`${url}/take-action`, { postcode: 'M1 1AE' })
  expect([found.status, found.headers.get('location')]).toEqual([
    303,
    expect.stringContaining('/take-action/manchester'),
  ])
  const letter = { slug: 'ashford', target: 'gmail', post: 'p', subject: 's', body: 'My own words.' }
  expect(await (await postForm(`${url}/take-action/ashford`, letter)).text()).toContain('My own words.')
  const db = openDatabase(install)
  expect(db.prepare('SELECT channel FROM "Action" ORDER BY id').pluck().all()).toEqual(['email'])
  expect(await report(url, {}, {})).toEqual({ outcome: 'counted' })
  expect(db.prepare('SELECT channel FROM "Action" ORDER BY id').pluck().all()).toEqual(['email', 'x'])
  db.close()
}

const notice = 'Some things are not working right now'

/** What a page says while the database doesn't answer what it needs. */
async function lookDuringOutage(install: Install, path: string) {
  const db = openDatabase(install)
  db.exec('ALTER TABLE "Seat" RENAME TO "Elsewhere"')
  db.close()
  return (await fetch(install.url + path)).text()
}

test('FRONT=plain: Next alone serves pages, forms, pictures and counts', async () => {
  const install = await startWith({ FRONT: 'plain', TRUSTED_PROXY: 'x-real-ip' })
  await expectWorkingSite(install)
  const { url } = install
  const page = await fetch(`${url}/take-action/ashford`)
  expect(page.headers.get('cache-control')).toMatch(/^s-maxage=1\b/)
  expect(await page.text()).toContain('<script')
  expect(await report(url, { 'x-real-ip': '192.0.2.1' }, { 'x-real-ip': '192.0.2.2' })).toEqual({
    outcome: 'stale-token',
  })
  const forged = { 'x-real-ip': '192.0.2.2', 'x-visitor-address': '192.0.2.1' }
  expect(await report(url, { 'x-real-ip': '192.0.2.1' }, forged)).toEqual({ outcome: 'stale-token' })
  for (const [body, type, status] of [
    ['{', 'application/json', 400],
    [JSON.stringify('a'.repeat(2_000)), 'application/json', 400],
    ['{}', 'text/plain', 415],
  ] as const) {
    const answer = await fetch(`${url}/api/actions`, { method: 'POST', body, headers: { 'content-type': type } })
    expect([answer.status, await answer.json()]).toEqual([status, { outcome: 'malformed' }])
  }
})

test('PAGE_CACHE=off: everything else stays, but no page is kept', async () => {
  const install = await startWith({ PAGE_CACHE: 'off' })
  await expectWorkingSite(install)
  const page = await fetch(`${install.url}/about`)
  expect(page.headers.get('cache-control')).toBe('public, max-age=0, s-maxage=1, stale-if-error=86400')
  expect(await page.text()).not.toContain('<script')
  // Rendered for this request, and so without the database.
  expect(await lookDuringOutage(install, '/take-action/ashford')).toContain(notice)
})

test('with the page cache the last good page is there instead', async () => {
  const install = await startWith({})
  await expectWorkingSite(install)
  expect(await lookDuringOutage(install, '/take-action/ashford')).not.toContain(notice)
})

test('FRONT_OFF with every link: the site works', async () => {
  const install = await startWith({ FRONT_OFF: frontLinks.join(',') })
  await expectWorkingSite(install)
  // Node’s own answer, without our page.
  expect((await fetch(`${install.url}/about`, { method: 'DELETE' })).status).not.toBe(200)
})
