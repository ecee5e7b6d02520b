import type { Page } from '@playwright/test'
import { introduce } from './introduce'
import { manchester } from './places'
import { listRecorded } from './recorded'
import { expect, test } from './test'

const seat = `/take-action/${manchester.slug}?s=share-link`
const reports = '**/api/actions'
const kept = (page: Page) => page.evaluate(() => localStorage.getItem('reports'))
const countOf = (channel: string) =>
  listRecorded('share-link').filter((action) => action.seat === manchester.slug && action.channel === channel).length
const note = (page: Page, outcome: string) => page.locator(`[data-count-note=${outcome}]`)

test.afterEach(({ consoleErrors }) => {
  const meant = /ERR_NAME_NOT_RESOLVED|ERR_INTERNET_DISCONNECTED|ERR_FAILED|status of 503/
  consoleErrors.splice(0, Infinity, ...consoleErrors.filter((text) => !meant.test(text)))
})

test('X opens while the server accepts no reports; the report is queued without the text and sent from the next page', async ({
  page,
}) => {
  await page.route(reports, (route) =>
    route.fulfill({
      status: 503,
      headers: { 'retry-after': '3600' },
      contentType: 'application/json',
      body: '{"outcome":"busy"}',
    }),
  )
  await page.goto(seat)
  const before = countOf('x')
  await page.getByLabel('Your post', { exact: true }).fill('My own words')
  const opened = page.context().waitForEvent('page')
  await page.getByRole('button', { name: 'X', exact: true }).click()
  await opened
  await expect(note(page, 'queued')).toBeVisible()
  await page.getByRole('button', { name: 'Yes, posted' }).click()
  await expect(page.getByText('Thank you. Public posts')).toBeVisible()
  expect(await kept(page)).not.toContain('My own words')
  expect(countOf('x')).toBe(before)
  await page.unroute(reports)
  await page.goto('/take-action')
  await expect.poll(() => kept(page)).toBeNull()
  expect(countOf('x')).toBe(before + 2) // opened, then confirmed
})

test('offline, an email opens; back online, its report is sent automatically and counts once', async ({
  page,
  context,
}) => {
  await page.goto(seat)
  const before = countOf('email')
  await introduce(page)
  await page.getByText('Other ways').click()
  await context.setOffline(true)
  const opened = context.waitForEvent('page')
  await page.getByRole('button', { name: 'Gmail' }).click()
  await opened
  await expect(note(page, 'queued')).toBeVisible()
  await context.setOffline(false)
  await expect(note(page, 'queued')).toBeHidden()
  await page.reload()
  await expect.poll(() => kept(page)).toBeNull()
  expect(countOf('email')).toBe(before + 1)
})

test('the letter doesn’t wait for an unresponsive server', async ({ page }) => {
  const held: (() => void)[] = []
  await page.route(
    '**/api/actions/**',
    (route) => new Promise<void>((resolve) => held.push(() => resolve(route.abort()))),
  )
  await page.goto(seat)
  await introduce(page)
  await page.getByText('Other ways').click()
  const opened = page.context().waitForEvent('page')
  await page.getByRole('button', { name: 'Outlook' }).click()
  await opened
  expect(held).toHaveLength(1) // the token, requested on first contact with the form, is still on its way
  for (const each of held) each()
  await expect(note(page, 'queued')).toBeVisible()
  await page.unroute('**/api/actions/**')
})
