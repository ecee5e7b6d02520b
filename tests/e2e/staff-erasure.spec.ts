import { expectDecent, invite, signIn } from './staff-site'
import { expect, test } from './test'

test.use({ site: 'STAFF' })
test.slow()

test('an admin sees where a person’s data is, and erases it', async ({ page }) => {
  await signIn(page, await invite('erika@example.org', 'admin'))
  const settled = () => expect(page.locator('input[name="scripted"]').last()).toBeAttached()
  await page.goto('/staff/supporters/new')
  await settled()
  await page.getByLabel('Kind').selectOption('organisation')
  await page.getByLabel('Name on the wall').fill('The Erasable Trust')
  await page.getByLabel('Notes').fill('Ask Quentin Vanish, quentin.vanish@example.org.')
  await page.getByRole('button', { name: 'Save as a draft' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Added.' })).toBeFocused()
  const address = page.url().split('?')[0] ?? ''

  await page.getByRole('link', { name: 'Erase data' }).click()
  await settled()
  await expectDecent(page)
  await page.getByRole('button', { name: 'Look for it' }).click()
  await expect(page.getByRole('group', { name: 'There is a problem' })).toBeFocused()
  await expect(page.getByRole('link', { name: 'Write a name, an email address or a word.' })).toBeVisible()
  await page.getByLabel('Their name').fill('quentin vanish')
  await page.getByLabel('Their email address').fill('quentin.vanish@example.org')
  await page.getByRole('button', { name: 'Look for it' }).click()
  await expect(page.getByRole('group', { name: 'Where it is' })).toBeFocused()
  await expect(
    page.getByRole('heading', { name: 'Supporters: names, notes and descriptions of logos (1)' }),
  ).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Activity log (1)' })).toBeVisible()
  await expect(page.getByText('Ask Quentin Vanish').first()).toBeVisible()
  expect(page.url()).not.toContain('quentin')
  await expectDecent(page)
  await page.getByRole('button', { name: 'Erase all of this for good' }).click()
  await expect(page.getByRole('group', { name: 'Done' })).toContainText('Erased from 1 row and 1 entry')
  await expectDecent(page)

  await page.goto(address)
  await expect(page.getByLabel('Notes')).toHaveValue('Ask (erased), (erased).')
  await page.goto('/staff/log')
  await expect(page.getByText('erased a person’s data').first()).toBeVisible()
  await expect(page.getByText('Quentin')).toHaveCount(0)
})
