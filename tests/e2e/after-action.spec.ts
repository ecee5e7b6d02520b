import type { Page } from '@playwright/test'
import { reach } from './places'
import { expect, test } from './test'

const seat = `/take-action/${reach.xAndBluesky.slug}`
const progress = (page: Page) => page.getByRole('list', { name: 'Your progress' }).getByRole('listitem')
const current = (page: Page) => page.locator('[aria-current=step]')

test.afterEach(({ consoleErrors }) => {
  const meant = /ERR_NAME_NOT_RESOLVED|ERR_FAILED/
  consoleErrors.splice(0, Infinity, ...consoleErrors.filter((text) => !meant.test(text)))
})

test('by keyboard: post, confirm, go on to the email, confirm, tell friends; a reload remembers it all', async ({
  page,
}) => {
  await page.goto('/take-action')
  await expect(current(page)).toHaveText(/Your postcode/)
  await page.goto(seat)
  await expect(progress(page)).toHaveText([/Your postcode, done/, /A post$/, /An email$/])
  await expect(current(page)).toHaveText(/A post/)
  await page.getByRole('button', { name: 'Post on X' }).press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'Have you sent it?' })).toBeVisible()
  await expect(current(page)).toHaveText(/An email/)
  await page.bringToFront()
  for (const name of ['Post on Bluesky', 'Copy the post', 'Yes, I sent my post']) {
    await page.keyboard.press('Tab')
    await expect(page.getByRole('button', { name })).toBeFocused()
  }
  await page.keyboard.press('Enter')
  await expect(page.getByText('Thank you for telling us that you sent your post')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter') // Next: send your email
  await expect(page.getByRole('heading', { name: 'Send an email' })).toBeFocused()
  await page.getByLabel('Why this matters to you').fill('I teach.')
  await page.getByRole('button', { name: 'Gmail' }).press('Enter')
  await expect(progress(page)).toHaveText([/, done/, /, done/, /, done/])
  await expect(current(page)).toHaveCount(0)
  await page.bringToFront()
  await page.getByRole('button', { name: 'Yes, I sent my message' }).press('Enter')
  await expect(page.getByText('Thank you for telling us that you sent your message')).toBeFocused()
  await page.reload()
  await expect(progress(page)).toHaveText([/, done/, /, done/, /, done/])
  await expect(page.getByText('Thank you for telling us that you sent your message')).toBeVisible()
  await page.getByRole('link', { name: 'tell your friends' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Tell your friends' })).toBeFocused()
})

test('friends get a text and our URL, and nothing about the MP or the visitor', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.addInitScript(() => {
    Object.assign(navigator, { share: (data: unknown) => Promise.resolve(Object.assign(window, { shared: data })) })
  })
  await page.goto(seat)
  const friends = page.getByRole('region', { name: 'Tell your friends' })
  await expect(friends).toBeHidden()
  await page.getByLabel('Your name').fill('Marker Personsson')
  await page.getByRole('button', { name: 'Copy the post' }).click()
  const links = await friends.getByRole('link').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  expect(links.map((href) => new URL(href).host || new URL(href).protocol)).toEqual([
    'wa.me',
    'bsky.app',
    'x.com',
    'www.facebook.com',
    'mailto:',
  ])
  await friends.getByRole('button', { name: 'Share…' }).click()
  const shared = await page.evaluate(() => JSON.stringify(Reflect.get(window, 'shared')))
  expect(shared).toContain('/?s=share-device')
  await friends.getByRole('button', { name: 'Copy the link' }).click()
  await expect(friends.getByText('Copied the link.')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/\?s=share-link$/)
  expect(decodeURIComponent(links.join() + shared)).not.toMatch(/Marker|Joseph|Ashford|sojan/i)
})

test('the card states the MP’s position', async ({ page }) => {
  for (const [slug, says, saysNot] of [
    ['manchester-rusholme', /Already supports this campaign/, /Speaker|take their seats/],
    ['chorley', /Speaker of the House of Commons[^]*impartial/, /supports|take their seats/],
    ['mid-ulster', /do not take their seats/, /supports|Speaker/],
    ['ashford', /Labour/, /supports|Speaker|take their seats/],
  ] as const) {
    await page.goto(`/take-action/${slug}`)
    await expect(page.locator('.mp-card')).toHaveText(says)
    await expect(page.locator('.mp-card')).not.toHaveText(saysNot)
  }
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the response says what comes next and has links for friends', async ({ page }) => {
    await page.goto(seat)
    await expect(page.getByRole('region', { name: 'Tell your friends' })).toBeHidden()
    await page.getByLabel('Your post', { exact: true }).fill('My own words')
    await page.getByRole('button', { name: 'Post on X' }).click()
    await expect(current(page)).toHaveText(/An email/)
    await page.locator('[data-outcome=composed]').getByRole('link', { name: 'send your email' }).click()
    await expect(page.getByRole('heading', { name: 'Send an email' })).toBeInViewport()
    await page.getByRole('button', { name: 'Yes, I sent my message' }).click()
    await page.locator('[data-outcome=confirmed]').getByRole('link', { name: 'tell your friends' }).click()
    await expect(
      page.getByRole('region', { name: 'Tell your friends' }).getByRole('link', { name: 'WhatsApp' }),
    ).toBeInViewport()
    await expect(page.getByRole('button', { name: /Copy|Share/ })).toHaveCount(0)
  })
})
