import type { Page } from '@playwright/test'
import { introduce } from './introduce'
import { reach } from './places'
import { expect, test } from './test'

const seat = `/take-action/${reach.xAndBluesky.slug}`
const progress = (page: Page) => page.getByRole('list', { name: 'Your progress' }).getByRole('listitem')
const current = (page: Page) => page.locator('[aria-current=step]')
const friends = (page: Page) => page.getByRole('region', { name: 'Ask friends in Ashford to write too' })

test.afterEach(({ consoleErrors }) => {
  const meant = /ERR_NAME_NOT_RESOLVED|ERR_FAILED/
  consoleErrors.splice(0, Infinity, ...consoleErrors.filter((text) => !meant.test(text)))
})

test('by keyboard: letter, confirm, post, confirm, friends; a reload remembers the letter', async ({ page }) => {
  await page.goto(seat)
  await expect(progress(page)).toHaveText([/Your letter/, /A public post/, /Friends/])
  await expect(current(page)).toHaveText(/Your letter/)
  await introduce(page)
  await page.getByText('Other ways').press('Enter')
  await page.getByRole('button', { name: 'Gmail' }).press('Enter')
  await page.bringToFront()
  await expect(page.getByText('Did you send your letter?').last()).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Yes, sent' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Thank you for standing with these children.')).toBeFocused()
  await expect(current(page)).toHaveText(/A public post/)
  await page.getByRole('link', { name: 'a public post', exact: true }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Then back it up with a public post' })).toBeFocused()
  await page.getByRole('button', { name: 'Bluesky', exact: true }).press('Enter')
  await page.bringToFront()
  await page.getByRole('button', { name: 'Yes, posted' }).press('Enter')
  await expect(page.getByText('Thank you. Public posts')).toBeFocused()
  await expect(current(page)).toHaveText(/Friends/)
  await page.reload()
  await expect(page.getByText('Thank you for standing with these children.')).toBeVisible()
  await page.getByRole('link', { name: 'ask friends to write too' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Ask friends in Ashford to write too' })).toBeFocused()
})

test('friends get a text, the constituency and its page, and nothing about the visitor', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(seat)
  await expect(friends(page)).toBeHidden()
  await page.getByLabel('Your name').fill('Marker Personsson')
  await page.getByRole('button', { name: 'Bluesky', exact: true }).click()
  const links = await friends(page)
    .getByRole('link')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  expect(links.map((href) => new URL(href).host || new URL(href).protocol)).toEqual([
    'wa.me',
    'bsky.app',
    'x.com',
    'www.facebook.com',
    'mailto:',
  ])
  await friends(page).getByRole('button', { name: 'Copy the link' }).click()
  await expect(friends(page).getByText('Copied the link.')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/take-action\/ashford\?s=share-link$/)
  expect(decodeURIComponent(links.join())).toContain('/take-action/ashford?s=share-')
  expect(decodeURIComponent(links.join())).not.toMatch(/Marker|Joseph|sojan/i)
})

test('who comes back without a reply finds a short letter to ask again, signed with what they type', async ({
  page,
}) => {
  await page.goto(seat)
  await introduce(page)
  await page.getByText('Wrote before, and no reply yet?').click()
  const letter = page.locator('#reminder-text')
  await expect(letter).toContainText('I wrote to you some weeks ago')
  await expect(letter).toContainText('Yours sincerely,\nAnn Example\nTN23 1AA')
  await page.getByLabel('Your postcode').fill('SE5 8AF')
  await expect(page.locator('#reminder-doubt')).toContainText('SE5 8AF doesn’t seem to be in Ashford.')
  await page.getByLabel('Your postcode').fill('tn23 1aa')
  await page.getByLabel('Your name').fill('Ann Other')
  await expect(letter).toContainText('Yours sincerely,\nAnn Other\nTN23 1AA') // what is shown is what opens
  await expect(page.locator('#reminder-doubt')).toBeEmpty()
  const link = page.getByRole('link', { name: 'Open it in your email app' })
  await link.evaluate((element) => element.addEventListener('click', (event) => event.preventDefault()))
  await link.click()
  const url = new URL((await link.getAttribute('href')) ?? '')
  expect(url.pathname).toBe('sojan.joseph.mp@parliament.uk')
  expect(url.searchParams.get('body')).toContain('Yours sincerely,\r\nAnn Other\r\nTN23 1AA')
})

test('a letter to ask again that is copied later names the day of the first', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.clock.setFixedTime('2026-11-03T12:00:00Z')
  await page.goto(seat)
  await introduce(page)
  await page.getByText('Other ways').click()
  await page.getByRole('button', { name: 'Gmail' }).click()
  await page.bringToFront()
  await page.getByRole('button', { name: 'Yes, sent' }).press('Enter')
  await page.clock.setFixedTime('2026-11-20T12:00:00Z')
  await page.getByRole('button', { name: 'Copy a short letter to send' }).click()
  await expect(page.getByText('Copied a short letter.')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('I wrote to you on 3 November 2026')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the letter to ask again opens with the MP’s name and address', async ({ page }) => {
    await page.goto(seat)
    await page.getByText('Wrote before, and no reply yet?').click()
    const link = page.getByRole('link', { name: 'Open it in your email app' })
    expect(await link.getAttribute('href')).toMatch(/^mailto:sojan\.joseph\.mp@parliament\.uk\?subject=A%20reminder/)
    await expect(page.getByRole('button', { name: 'Copy it' })).toBeHidden()
  })
})

test('the device’s own share sheet gets the post', async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(navigator, { share: (data: unknown) => Promise.resolve(Object.assign(window, { shared: data })) })
  })
  await page.goto(seat)
  await page.getByLabel('Your post', { exact: true }).fill('My own post')
  await page.getByRole('button', { name: 'Share…' }).click()
  expect(await page.evaluate(() => JSON.stringify(Reflect.get(window, 'shared')))).toContain('My own post')
  await expect(page.getByText('Did you post it?')).toBeVisible()
})

test('the card says where the MP stands and what they can do', async ({ page }) => {
  for (const [slug, says, saysNot] of [
    ['manchester-rusholme', /Already supports this campaign/, /Speaker|take their seats/],
    ['chorley', /Speaker of the House of Commons[^]*impartial/, /supports|take their seats/],
    ['mid-ulster', /don’t take their seats/, /supports|Speaker/],
    ['ashford', /Labour[^]*write to the Home Secretary/, /supports|Speaker|take their seats/],
  ] as const) {
    await page.goto(`/take-action/${slug}`)
    await expect(page.locator('.mp-card')).toHaveText(says)
    await expect(page.locator('.mp-card')).not.toHaveText(saysNot)
  }
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the answer says what comes next and has links for friends', async ({ page }) => {
    await page.goto(seat)
    await expect(friends(page)).toBeHidden()
    await introduce(page)
    await page.getByRole('button', { name: 'Send my letter' }).click()
    await page.locator('[data-outcome=composed]').getByRole('link', { name: 'Tell us' }).click()
    await page.getByRole('button', { name: 'Yes, it’s sent' }).click()
    const thanks = page.locator('[data-outcome=confirmed]')
    await thanks.getByRole('link', { name: 'ask friends to write too' }).click()
    await expect(friends(page).getByRole('link', { name: 'WhatsApp' })).toBeInViewport()
    await expect(page.getByRole('button', { name: /Copy|Share/ })).toHaveCount(0)
  })
})
