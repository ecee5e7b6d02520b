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

test('a white logo is put on a dark ground, which is said and shown; another brings it back to white', async ({
  page,
}) => {
  await signInAs(page, 'white-logo', 'publisher')
  await page.goto('/staff/supporters/new')
  await page.getByLabel('Kind').selectOption('organisation')
  await page.getByLabel('Name on the wall').fill('The White Trust')
  await page.getByLabel('Description of the logo').fill('A ring')
  await page.getByLabel('Day on which they allowed us to show the logo').fill('2026-11-01')
  const ring = (colour: string) => ({
    name: 'logo.svg',
    mimeType: 'image/svg+xml',
    buffer: Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><circle cx="100" cy="50" r="30" fill="none" stroke="${colour}" stroke-width="14"/></svg>`,
    ),
  })
  await page.getByLabel('Logo', { exact: true }).setInputFiles(ring('#fff'))
  await page.getByRole('button', { name: 'Save as a draft' }).last().click()
  await expect(page.getByRole('status')).toContainText('Added.')
  const logo = page.getByRole('region', { name: 'Logo' })
  const said = logo.getByText('So we’ve put it on a dark ground.')
  await expect(said).toBeVisible()
  await expect(logo.getByText(/^The wall, (light|dark)$/)).toHaveCount(2)
  // The colour in the middle of the ring, as a browser draws it.
  const middle = () =>
    logo
      .getByRole('img')
      .first()
      .evaluate((picture) => {
        if (!(picture instanceof HTMLImageElement) || picture.naturalWidth === 0) return null
        const canvas = document.createElement('canvas')
        canvas.width = canvas.height = 1
        const pen = canvas.getContext('2d')
        pen?.drawImage(picture, picture.naturalWidth / 2, picture.naturalHeight / 2, 1, 1, 0, 0, 1, 1)
        return [...(pen?.getImageData(0, 0, 1, 1).data ?? [])]
      })
  await expect.poll(middle).toEqual([0x17, 0x30, 0x2e, 255])
  await expectDecent(page)

  await page.getByLabel('Another file').setInputFiles(ring('#084a44'))
  await page.getByRole('button', { name: 'Save the logo' }).click()
  await expect(page.getByRole('status')).toContainText('The logo is kept.')
  await expect(said).toHaveCount(0)
  await expect.poll(middle).toEqual([0, 0, 0, 0])
})
