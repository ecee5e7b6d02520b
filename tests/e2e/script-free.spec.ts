import { readBuild } from '../../lib/server/read-build.mjs'
import { root } from '../../lib/shared/project.mjs'
import { readHiddenFields } from './hidden-fields'
import { manchester } from './places'
import { expect, test } from './test'

const { routes } = readBuild(root, 'localhost')
const publicPages = Object.entries(routes)
  .filter(([file, route]) => file.endsWith('/page') && !/^\/(?:staff|_)/.test(route))
  .map(([, route]) => route.replace('[slug]', manchester.slug).replace('[region]', 'south-east'))

/** The pages with a script of ours; all others run none. */
const ownScripts: Record<string, RegExp> = {
  '/': /^\/scripts\/postcode-/,
  '/find': /^\/scripts\/postcode-/,
  '/nothing-here': /^\/scripts\/postcode-/, // the missing page has the box too
  '/take-action': /^\/scripts\/postcode-/,
  '/supporters': /^\/scripts\/wall-/,
  [`/take-action/${manchester.slug}`]: /^\/scripts\/letter-/,
}

/** The scripts that the browser's engine compiles for the page, wherever they come from. */
async function listScripts(page: import('@playwright/test').Page, path: string) {
  const session = await page.context().newCDPSession(page)
  const urls: string[] = []
  session.on('Debugger.scriptParsed', ({ url }) => urls.push(url))
  await session.send('Debugger.enable')
  await page.goto(path, { waitUntil: 'networkidle' })
  return urls.filter((url) => url.startsWith('http')).map((url) => new URL(url).pathname)
}

function expectStrict(path: string, policy: string | null, html: string) {
  const hasScript = html.includes('src="/scripts/')
  expect(policy, path).toContain(`script-src ${hasScript ? "'self'" : "'none'"};`)
  expect(policy, path).not.toContain('unsafe')
  const inline = html.match(/<script(?![^>]*type="application\/ld\+json")(?![^>]*src="\/scripts\/)[^>]*>/g)
  expect(inline, path).toBeNull()
}

for (const path of [...publicPages, '/nothing-here']) {
  test(`${path} runs and requests no script but ours`, async ({ page, consoleErrors }) => {
    const asked: string[] = []
    page.on('request', (request) => request.resourceType() === 'script' && asked.push(new URL(request.url()).pathname))
    const own = ownScripts[path]
    const allowed = own ? [expect.stringMatching(own)] : []
    expect(await listScripts(page, path)).toEqual(allowed)
    expect(asked).toEqual(allowed)
    if (path === '/nothing-here') expect(consoleErrors.splice(0)).toHaveLength(1) // the 404 itself
  })
}

test('the pages of the build are those that we know', () => {
  expect(publicPages.length).toBeGreaterThan(10)
  const known = Object.keys(ownScripts).filter((path) => path !== '/nothing-here')
  expect(publicPages).toEqual(expect.arrayContaining(known))
})

test('no public answer allows anything inline', async ({ baseURL }) => {
  const ask = async (path: string, init?: RequestInit) => {
    const answer = await fetch(`${baseURL}${path}`, { redirect: 'manual', ...init })
    expectStrict(`${init?.method ?? 'GET'} ${path}`, answer.headers.get('content-security-policy'), await answer.text())
    return answer.status
  }
  for (const path of publicPages) expect(await ask(path)).toBe(200)
  for (const path of ['/nothing-here', '/staff/nothing-here', '/take-action/nowhere', '/%'])
    expect(await ask(path), path).toBe(404)
  expect(await ask('/about', { method: 'DELETE' })).toBe(405)
  expect(await ask('/take-action', { method: 'POST', body: 'x'.repeat(200_000) })).toBe(413)

  const post = async (path: string, fields: Record<string, string>) => {
    const form = new FormData()
    const html = await (await fetch(`${baseURL}${path}`)).text()
    for (const [name, value] of [...readHiddenFields(html), ...Object.entries(fields)]) form.append(name, value)
    return ask(path, { method: 'POST', body: form })
  }
  expect(await post('/take-action', { postcode: 'M1' })).toBe(200)
  expect(await post('/find', { query: 'Manchester' })).toBe(200)
  expect(await post('/take-action', { postcode: manchester.postcode })).toBe(303)
})

test('the scripts are kept by browsers, compressed', async ({ baseURL }) => {
  const html = await (await fetch(`${baseURL}/`)).text()
  const src = /src="(\/scripts\/[^"]+)"/.exec(html)?.[1]
  const { headers } = await fetch(`${baseURL}${src}`, { headers: { 'accept-encoding': 'br' } })
  expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(headers.get('content-encoding')).toBe('br')
  expect(headers.get('content-type')).toMatch(/javascript/)
})

test('with our script blocked, the front page works as without JavaScript', async ({ page, consoleErrors }) => {
  await page.route('**/scripts/**', (route) => route.abort())
  await page.goto('/')
  await page.getByLabel('Your postcode').first().fill('M1')
  await page.getByRole('button', { name: 'Find my MP' }).first().click()
  await expect(page.locator('[data-outcome=half-postcode]')).toBeFocused()
  await page.getByRole('textbox', { name: 'Your postcode' }).first().fill(manchester.postcode)
  await page.getByRole('button', { name: 'Find my MP' }).first().click()
  await expect(page).toHaveURL(`/take-action/${manchester.slug}`)
  expect(consoleErrors.splice(0).every((text) => text.includes('ERR_FAILED'))).toBe(true)
})
