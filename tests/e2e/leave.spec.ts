import { manchester } from './places'
import { expect, test } from './test'

const away = 'https://www.bbc.co.uk/weather'

test.beforeEach(({ page }) =>
  page.route(`${away}**`, (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Weather</h1>' })),
)

for (const way of ['the link', 'Escape three times'] as const) {
  test(`leaving by ${way} deletes what was typed, and Back doesn’t return here`, async ({ page }) => {
    await page.goto('/find')
    await page.goto(`/take-action/${manchester.slug}`)
    await page.getByLabel('Your name').fill('Marker Personsson')
    expect(await page.evaluate(() => Object.values(sessionStorage))).toContain('Marker Personsson')
    const asked = page.waitForRequest(`${away}**`)
    if (way === 'the link') await page.getByRole('link', { name: 'Leave site' }).click()
    else for (let press = 0; press < 3; press++) await page.keyboard.press('Escape')
    await expect(page.getByRole('heading', { name: 'Weather' })).toBeVisible()
    expect(await (await asked).allHeaders()).not.toHaveProperty('referer')
    await page.goBack()
    await expect(page).toHaveURL('/find')
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
  })
}

test('Escape pressed fewer than three times, or held down, does nothing', async ({ page }) => {
  await page.goto('/take-action')
  await expect(page.locator('input[name=scripted]')).toBeAttached() // hydrated
  for (const key of ['Escape', 'Escape', 'a', 'Escape', 'Escape']) await page.keyboard.press(key)
  await page.keyboard.press('b')
  await page.keyboard.down('Escape')
  for (let repeat = 0; repeat < 5; repeat++) await page.keyboard.down('Escape')
  await expect(page.locator('body')).toBeVisible()
  expect(page.url()).toMatch(/\/take-action$/)
})
