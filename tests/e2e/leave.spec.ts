import type { Page } from '@playwright/test'
import { openSlowly } from './open-slowly'
import { manchester, reach } from './places'
import { expect, test } from './test'

const away = 'https://www.bbc.co.uk/weather'
const marker = 'ZZ9 9ZZ'

const routeAway = (page: Page) =>
  page.route(`${away}**`, (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Weather</h1>' }))
test.beforeEach(({ page }) => routeAway(page))

async function expectNothingPersonal(page: Page) {
  await expect(page.locator('body')).toBeVisible()
  await expect(page.getByLabel('Your postcode').first()).toHaveValue('')
  await expect(page.locator('main')).not.toContainText(marker)
  const stored = await page.evaluate(() => [...Object.entries(sessionStorage), ...Object.entries(localStorage)])
  expect(JSON.stringify([stored, await page.evaluate(() => history.state)])).not.toContain(marker)
}

const typed = (page: Page) => page.getByLabel('Your postcode').first()

/** Types on two pages, one of which answers what was sent, and leaves from a third. */
async function visitThreePages(page: Page) {
  await page.goto('/')
  await typed(page).fill(marker)
  await page.goto('/take-action')
  await typed(page).fill(marker)
  await page.getByRole('button', { name: 'Find my MP' }).click()
  await expect(page.locator('main')).toContainText(marker)
  await page.goto('/find')
  expect(JSON.stringify(await page.evaluate(() => ({ ...sessionStorage })))).toContain(marker)
}

for (const way of ['the link', 'Escape three times'] as const) {
  test(`leaving by ${way} deletes what was typed, and Back shows nothing of it`, async ({ page }) => {
    await visitThreePages(page)
    await page.evaluate(() => localStorage.setItem('reports', '[{"slug":"ashford"}]'))
    const asked = page.waitForRequest(`${away}**`)
    if (way === 'the link') await page.getByRole('link', { name: 'Leave site' }).click()
    else for (let press = 0; press < 3; press++) await page.keyboard.press('Escape')
    await expect(page.getByRole('heading', { name: 'Weather' })).toBeVisible()
    expect(await (await asked).allHeaders()).not.toHaveProperty('referer')
    await page.goBack()
    await expect(page).toHaveURL('/take-action') // not /find, which was replaced
    await expectNothingPersonal(page)
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
    await page.goBack()
    await page.goBack()
    await expect(page).toHaveURL('/')
    await expectNothingPersonal(page)
  })
}

for (const isLate of [false, true])
  test(`an answer to what was sent before the script came is gone after leaving, ${isLate ? 'even if it was left as early' : 'too'}`, async ({
    page,
    consoleErrors,
  }) => {
    const release = await openSlowly(page, '/take-action')
    await typed(page).fill(marker)
    if (!isLate) await page.unroute('**/*.js')
    await page.getByRole('button', { name: 'Find my MP' }).click({ noWaitAfter: true })
    await expect(page.locator('main')).toContainText(marker)
    const link = page.getByRole('link', { name: isLate ? 'Leave site' : 'or press Escape three times' })
    const gone = page.waitForRequest(`${away}**`)
    await link.click({ noWaitAfter: true })
    await gone
    await expect(page).toHaveURL(isLate ? 'chrome-error://chromewebdata/' : away)
    release()
    await page.goBack()
    await expect(page).toHaveURL('/take-action')
    await expectNothingPersonal(page)
    consoleErrors.splice(0, Infinity, ...consoleErrors.filter((text) => !text.includes('ERR_NAME_NOT_RESOLVED')))
  })

test('a page that the browser has kept in memory shows nothing either', async ({ page }) => {
  await page.goto('/take-action')
  await typed(page).fill(marker)
  // Playwright can't follow Chromium's own cache of pages, so this is what such a page meets when it is shown again.
  const showAgain = () => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
  await page.evaluate(showAgain)
  await expect(typed(page)).toHaveValue(marker)
  await page.evaluate(() => sessionStorage.clear()) // they have left, from a later page
  const again = page.waitForRequest('**/take-action')
  await page.evaluate(showAgain)
  await again
  await expectNothingPersonal(page)
})

test('Back without having left keeps what was typed', async ({ page }) => {
  await page.goto('/')
  await typed(page).fill(marker)
  await page.goto('/about')
  await page.goBack()
  await expect(typed(page)).toHaveValue(marker)
})

test('where storage is switched off, the page works, and leaving too', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['sessionStorage', 'localStorage'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('denied', 'SecurityError')
        },
      })
  })
  await page.goto('/take-action')
  await typed(page).fill('M1')
  await page.getByRole('button', { name: 'Find my MP' }).click()
  await expect(page.locator('[data-outcome=half-postcode]')).toBeFocused()
  await page.getByRole('link', { name: 'Leave site' }).click()
  await expect(page.getByRole('heading', { name: 'Weather' })).toBeVisible()
})

test('leaving from a page without a script deletes what was typed on another', async ({ page, consoleErrors }) => {
  await page.goto('/take-action')
  await typed(page).fill(marker)
  await page.goto('/about')
  const asked = page.waitForRequest(`${away}**`)
  await page.getByRole('link', { name: 'Leave site', exact: true }).click()
  expect(await (await asked).allHeaders()).not.toHaveProperty('referer')
  await expect(page).toHaveURL('chrome-error://chromewebdata/') // nothing outside can be reached: wait until that is over
  await page.goto('/take-action')
  await expectNothingPersonal(page)
  consoleErrors.splice(0, Infinity, ...consoleErrors.filter((text) => !text.includes('ERR_NAME_NOT_RESOLVED')))
})

test('a picture with the address of the way out deletes nothing', async ({ request }) => {
  const get = (headers: Record<string, string>) => request.get('/leave', { headers, maxRedirects: 0 })
  const visit = { 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Site': 'same-origin' }
  expect((await get(visit)).headers()['clear-site-data']).toBe('"storage"')
  for (const change of [{ 'Sec-Fetch-Mode': 'no-cors' }, { 'Sec-Fetch-Site': 'cross-site' }]) {
    const answer = await get({ ...visit, ...change })
    expect([answer.status(), answer.headers()['location']]).toEqual([303, away])
    expect(answer.headers()).not.toHaveProperty('clear-site-data')
  }
})

test('leaving after letters to two MPs: Back shows neither, and nothing of them is stored', async ({
  page,
  consoleErrors,
}) => {
  const slugs = [reach.xAndBluesky.slug, manchester.slug]
  for (const slug of slugs) {
    await page.goto(`/take-action/${slug}`)
    for (const label of ['Your name', 'Your address', 'Your postcode', 'Why does this matter'])
      await page.getByLabel(label).fill(marker)
    await page.getByLabel('Paragraph 4 of your letter').fill(marker)
    await page.getByLabel('Your post', { exact: true }).fill(marker)
    await page.getByText('Other ways').click()
    await page.getByRole('button', { name: 'Gmail' }).click()
    await page.getByRole('button', { name: 'Send as it is' }).click() // such a postcode is nowhere near
    await expect(page.locator('#sent-question')).toBeVisible()
  }
  await page.goto('/take-action')
  await page.getByRole('link', { name: 'Leave site' }).click()
  await expect(page.getByRole('heading', { name: 'Weather' })).toBeVisible()
  for (const slug of slugs.toReversed()) {
    await page.goBack()
    await expect(page).toHaveURL(`/take-action/${slug}`)
    await expectNothingPersonal(page)
    const values = await page
      .locator('input, textarea')
      .evaluateAll((fields) => fields.map((field) => Reflect.get(field, 'value')))
    expect(JSON.stringify(values)).not.toContain(marker)
    await expect(page.getByRole('button', { name: 'Send my letter' })).toBeVisible() // nothing is asked about a letter
    expect(await page.content()).not.toContain(encodeURIComponent(marker))
  }
  consoleErrors.splice(0, Infinity, ...consoleErrors.filter((text) => !text.includes('ERR_NAME_NOT_RESOLVED')))
})

test('Escape pressed fewer than three times, or held down, does nothing', async ({ page }) => {
  await page.goto('/take-action')
  await expect(page.getByRole('link', { name: 'or press Escape three times' })).toBeVisible() // the script has run
  for (const key of ['Escape', 'Escape', 'a', 'Escape', 'Escape']) await page.keyboard.press(key)
  await page.keyboard.press('b')
  await page.keyboard.down('Escape')
  for (let repeat = 0; repeat < 5; repeat++) await page.keyboard.down('Escape')
  await expect(page.locator('body')).toBeVisible()
  expect(page.url()).toMatch(/\/take-action$/)
})
