import { plainLogo } from '../fixtures/logo-files'
import { expectDecent, readSite, signInAs } from './staff-site'
import { expect, test } from './test'

test.use({ site: 'STAFF' })
test.slow()

test('an organisation brings its logo along in the first form; a bad one saves nothing', async ({ page }) => {
  await signInAs(page, 'first-logo', 'publisher')
  await page.goto('/staff/supporters/new')
  const file = page.getByLabel('Logo', { exact: true })
  await expect(file).toBeHidden()
  await page.getByLabel('Kind').selectOption('organisation')
  await page.getByLabel('Name on the wall').fill('The First Form Trust')
  await page.getByLabel('Description of the logo').fill('A red field')
  await page.getByLabel('Day on which they allowed us to show the logo').fill('2026-11-01')
  await file.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('GIF89a, or so it says') })
  await page.getByRole('button', { name: 'Save as a draft' }).last().click()
  await expect(page.getByRole('group', { name: 'There is a problem' })).toContainText('not right with the logo')
  await expect(page.getByLabel('Description of the logo')).toHaveValue('A red field')
  await expect(page.getByLabel('Name on the wall')).toHaveValue('The First Form Trust')
  const count = () => readSite('SELECT COUNT(*) FROM "Supporter" WHERE "name" = ?', 'The First Form Trust')
  expect(count()).toEqual([0])
  await expectDecent(page)

  await file.setInputFiles({
    name: 'logo.png',
    mimeType: 'image/png',
    buffer: await plainLogo().png().toBuffer(),
  })
  await page.getByRole('button', { name: 'Save as a draft' }).last().click()
  await expect(page.getByRole('status')).toContainText('Added.')
  await expect(page.getByRole('region', { name: 'Logo' }).getByRole('img', { name: 'A red field' })).toHaveCount(2)
  expect(count()).toEqual([1])
})
