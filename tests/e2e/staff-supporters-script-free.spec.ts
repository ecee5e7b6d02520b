import type { Page } from '@playwright/test'
import { invite, signIn } from './staff-site'
import { expect, test } from './test'

test.use({ site: 'STAFF', javaScriptEnabled: false })
test.slow() // many pages in a row, each checked in two colour schemes and at two widths

const enter = async (page: Page, email: string, role: string) => signIn(page, await invite(email, role))
const problem = (page: Page) => page.getByRole('group', { name: 'There is a problem' })

test('an MP is found, previewed and saved; a duplicate gets a warning; rows are moved and hidden', async ({ page }) => {
  await enter(page, 'noa@example.org', 'publisher')
  await page.goto('/staff/supporters/new')
  await page.getByLabel('Find them in the House of Commons').fill('torbay')
  await page.getByLabel('Notes').fill('By post')
  await page.getByRole('button', { name: 'Find' }).click()
  await page.getByRole('button', { name: /Torbay/ }).click()
  await expect(page.getByLabel('Notes')).toHaveValue('By post')
  const name = await page.getByLabel('Name on the wall').inputValue()
  await page.getByLabel('Name on the wall').fill(`${name} of Torbay`)
  await page.getByRole('button', { name: 'Preview' }).click()
  await expect(page.getByRole('region', { name: 'Preview' })).toContainText(`${name} of Torbay`)
  await page.getByRole('button', { name: 'Save as a draft' }).click()
  await expect(page.getByRole('status')).toHaveText('Added.')

  for (const isAccepted of [false, true]) {
    await page.goto('/staff/supporters/new')
    await page.getByLabel('Kind').selectOption('organisation')
    await page.getByLabel('Name on the wall').fill(`${name} of Torbay`)
    await page.getByRole('button', { name: 'Save as a draft' }).click()
    await expect(problem(page)).toContainText('the same name')
    if (!isAccepted) continue
    await page.getByLabel('It is somebody else').check()
    await page.getByRole('button', { name: 'Save as a draft' }).click()
    await expect(page.getByRole('status')).toHaveText('Added.')
  }

  await page.goto('/staff/supporters?query=torbay')
  const rows = page.getByRole('listitem').filter({ has: page.getByRole('checkbox') })
  await expect(rows).toHaveCount(2)
  await expect(rows.first()).toContainText('MP')
  const place = async () => Number(await rows.last().locator('.supporter-place').textContent())
  const before = await place() // the last of all organisations
  await rows
    .last()
    .getByRole('button', { name: /^Move up/ })
    .click()
  await expect(rows.last()).toContainText('moved here')
  expect(await place()).toBeLessThan(before)
  for (const item of await rows.getByRole('checkbox').all()) await item.check()
  await page.getByRole('button', { name: 'Hide' }).click()
  await expect(page.getByRole('status').filter({ hasText: '2 supporters are hidden.' })).toBeVisible()
})
