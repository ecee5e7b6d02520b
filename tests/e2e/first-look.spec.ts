import type { Page } from '@playwright/test'
import { expect, test } from './test'

// What somebody sees who comes for the first time.

const phone = { width: 360, height: 740 }

test('the front page is short on a phone, and its first screen has the promise, the reason and the postcode box', async ({
  page,
}) => {
  await page.setViewportSize(phone)
  await page.goto('/')
  await page.evaluate(() => document.fonts.ready)
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(5500)
  for (const part of ['h1', '.hero .lead', '#postcode', '.hero button'])
    expect(
      await page.locator(part).evaluate((element) => element.getBoundingClientRect().bottom),
      part,
    ).toBeLessThanOrEqual(phone.height)
})

test('a first visit fetches each font once', async ({ page }) => {
  const fonts: string[] = []
  page.on('response', (response) => {
    const name = /[^/]+\.woff2$/.exec(response.url())?.[0]
    if (name) fonts.push(name.replace(/_normal.*/, ''))
  })
  await page.goto('/take-action/ashford', { waitUntil: 'networkidle' })
  await page.evaluate(() => document.fonts.ready)
  expect(fonts.toSorted()).toEqual(['atkinson_hyperlegible_next_latin_wght', 'bricolage_grotesque_latin_wght'])
})

for (const path of ['/', '/supporters', '/take-action/ashford'])
  for (const width of [360, 1280])
    test(`${path} gets its fonts on a first visit, and nothing moves at ${width} pixels`, async ({ page }) => {
      await page.setViewportSize({ width, height: 740 })
      const letThrough: (() => void)[] = []
      await page.route('**/*.woff2', (route) => void letThrough.push(() => void route.continue()))
      await page.goto(path, { waitUntil: 'domcontentloaded' })
      await watchShifts(page)
      await expect.poll(() => letThrough.length).toBeGreaterThanOrEqual(2)
      for (const go of letThrough) go()
      await page.waitForFunction(() => [...document.fonts].filter(({ status }) => status === 'loaded').length >= 3)
      // Two frames later the page has its new layout.
      const shift = await page.evaluate(
        () =>
          new Promise((resolve) =>
            requestAnimationFrame(() => requestAnimationFrame(() => resolve(Reflect.get(window, 'shift')))),
          ),
      )
      expect(shift).toBeLessThan(0.01)
    })

async function watchShifts(page: Page) {
  await page.evaluate(() => {
    Object.assign(window, { shift: 0 })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        Reflect.set(window, 'shift', Reflect.get(window, 'shift') + Reflect.get(entry, 'value'))
    }).observe({ type: 'layout-shift' })
  })
}

test('digits come from the display font, since the text font’s zeros are slashed', async ({ page }) => {
  await page.goto('/take-action')
  await page.evaluate(() => document.fonts.ready)
  const session = await page.context().newCDPSession(page)
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  const { root } = await session.send('DOM.getDocument')
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: '.helplines a' })
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId })
  expect(fonts.map(({ familyName }) => familyName).join()).toMatch(/Bricolage/)
})

test('a long list of constituencies has letters to jump to, and a short one none', async ({ page }) => {
  await page.goto('/find/london')
  const letters = page.getByRole('navigation', { name: 'First letters' })
  await letters.getByRole('link', { name: 'W', exact: true }).click()
  const group = page.getByRole('region', { name: 'W', exact: true })
  await expect(group.getByRole('heading')).toBeInViewport()
  await expect(group.getByRole('link').first()).toHaveText('Walthamstow')
  await page.goto('/find/northern-ireland')
  await expect(page.getByRole('link', { name: 'Belfast East' })).toBeVisible()
  await expect(letters).toHaveCount(0)
})

test('the header marks where the visitor is', async ({ page }) => {
  const current = page.getByRole('banner').locator('[aria-current]')
  for (const [path, name] of [
    ['/', 'Stable Futures'],
    ['/supporters', 'Supporters'],
    ['/find', 'All MPs'],
    ['/find/wales', 'All MPs'],
    ['/asks/guardians', 'Our asks'],
    ['/take-action', 'Take action'],
    ['/take-action/ashford', 'Take action'],
  ] as const) {
    await page.goto(path)
    await expect(current).toHaveText([name])
  }
  await page.goto('/about')
  await expect(current).toHaveCount(0)
})

test('a phone’s buttons are as wide as the page, one below another', async ({ page }) => {
  await page.setViewportSize(phone)
  for (const path of ['/', '/take-action', '/find']) {
    await page.goto(path)
    const widths = await page
      .getByRole('main')
      .locator('button:visible, .button:visible')
      .evaluateAll((all) => all.map((button) => button.getBoundingClientRect().width))
    for (const width of widths) expect(width).toBeGreaterThan(280)
  }
})
