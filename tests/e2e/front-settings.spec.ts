import Database from 'better-sqlite3'
import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
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

const { seats }: { seats: { slug: string }[] } = JSON.parse(readFileSync('prisma/seed/seats.json', 'utf8'))
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
  for (const [page, pattern] of [
    ['/staff/sign-in', /\/_next\/static\/[\w./~-]+\.js/],
    ['/take-action', /\/scripts\/[\w-]+\.js/],
  ] as const) {
    const file = pattern.exec(await (await fetch(url + page)).text())?.[0]
    expect((await fetch(url + file)).headers.get('content-type'), page).toMatch(/javascript/)
  }
  expect((await fetch(`${url}/og/site.png`)).headers.get('content-type')).toBe('image/png')
  const found = await postForm(`${url}/take-action`, { postcode: 'M1 1AE' })
  expect([found.status, found.headers.get('location')]).toEqual([
    303,
    expect.stringContaining('/take-action/manchester'),
  ])
  const letter = { slug: 'ashford', target: 'gmail', post: 'p', subject: 's', part0: 'My own words.' }
  expect(await (await postForm(`${url}/take-action/ashford`, letter)).text()).toContain('My own words.')
  const db = openDatabase(install)
  expect(db.prepare('SELECT channel FROM "Action" ORDER BY id').pluck().all()).toEqual(['email'])
  expect(await report(url, {}, {})).toEqual({ outcome: 'counted' })
  expect(db.prepare('SELECT channel FROM "Action" ORDER BY id').pluck().all()).toEqual(['email', 'x'])
  db.close()
}

const notice = 'Written straight into the database'

/** Sets a notice in a way that invalidates nothing, so a page shows it only once it is rendered again. */
function writeNotice(install: Install) {
  const db = openDatabase(install)
  db.prepare(
    `INSERT INTO "CampaignSettings" ("id", "version", "ministerTitle", "hashtags", "noticeText", "updatedBy", "updatedAt")
     VALUES (1, 1, 'the Home Secretary', '', ?, '', '2026-11-26T00:00:00.000+00:00')`,
  ).run(notice)
  db.close()
}

const look = async (install: Install, path: string) => (await fetch(install.url + path)).text()

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
  writeNotice(install)
  await expect.poll(() => look(install, '/about')).toContain(notice)
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

test('FRONT=plain: our scripts work beside Next’s', async ({ page }) => {
  const { url } = await startWith({ FRONT: 'plain', TRUSTED_PROXY: 'x-real-ip' })
  for (const path of ['/', '/take-action']) {
    await page.goto(url + path, { waitUntil: 'networkidle' })
    await expect(page.getByRole('link', { name: 'or press Escape three times' })).toBeVisible()
    await page.getByLabel('Your postcode').first().fill('M1')
    await page.getByRole('button', { name: 'Find my MP' }).first().click()
    await expect(page.locator('[data-outcome=half-postcode]')).toBeFocused()
    await page.waitForLoadState('networkidle')
    await page.getByRole('textbox', { name: 'Your postcode' }).first().fill('M1 1AE')
    await page.getByRole('button', { name: 'Find my MP' }).first().click()
    await expect(page).toHaveURL(`${url}/take-action/manchester-central`)
    expect(await page.evaluate(() => sessionStorage.getItem('sender_postcode'))).toBe('M1 1AE')
  }
  await page.goto(`${url}/find`, { waitUntil: 'networkidle' })
  await page.getByLabel('Constituency or MP’s name').fill('Ynys Mon')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByRole('heading', { name: 'constituenc' })).toBeVisible()
  await page.goto(`${url}/supporters`, { waitUntil: 'networkidle' })
  await page.getByLabel('Name, party or place').fill('zebra')
  await expect(page.getByRole('heading', { name: 'No supporters match your search' })).toBeVisible()
})

test('PAGE_CACHE=off: everything else stays, but no page is kept', async () => {
  const install = await startWith({ PAGE_CACHE: 'off' })
  await expectWorkingSite(install)
  const page = await fetch(`${install.url}/about`)
  expect(page.headers.get('cache-control')).toBe('public, max-age=0, s-maxage=1, stale-if-error=86400')
  expect(await page.text()).not.toContain('<script')
  writeNotice(install)
  await expect.poll(() => look(install, '/about')).toContain(notice)
})

test('with the page cache a page that was asked for before stays as it is', async () => {
  const install = await startWith({})
  await expectWorkingSite(install)
  writeNotice(install)
  const others = seats.map(({ slug }) => `/take-action/${slug}`).filter((each) => each !== '/take-action/ashford')
  await expect.poll(() => look(install, others.pop() ?? '')).toContain(notice) // each for the first time
  expect(await look(install, '/about')).not.toContain(notice)
})

test('FRONT_OFF with every link: the site works', async () => {
  const install = await startWith({ FRONT_OFF: frontLinks.join(',') })
  await expectWorkingSite(install)
  // Node’s own answer, without our page.
  expect((await fetch(`${install.url}/about`, { method: 'DELETE' })).status).not.toBe(200)
})
