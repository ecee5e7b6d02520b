import { expect, expectAccessible, expectReflow, test } from './test'

const pages = ['/', '/asks/guardians', '/asks/long-term-plan', '/privacy', '/about', '/accessibility']

for (const path of pages) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${path} is accessible in ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme })
      await page.goto(path)
      await expectAccessible(page)
    })
  }

  test(`${path} fits a screen of 320 pixels`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto(path)
    await expectReflow(page)
  })
}

for (const path of ['/asks/guardians', '/asks/long-term-plan']) {
  test(`${path} prints as one page that says what it is`, async ({ page }) => {
    await page.goto(path)
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByText(/Stable Futures · Briefing · http.*\/asks\//)).toBeVisible()
    await expect(page.getByRole('navigation')).toHaveCount(0)
    await expect(page.getByRole('heading', { name: 'Questions and answers' })).toBeVisible()
  })
}

test('the privacy page names the limits and the service that the code uses', async ({ page }) => {
  await page.goto('/privacy')
  await expect(page.getByText('open messages: 60 times a minute, 600 an hour')).toBeVisible()
  await expect(page.getByText('fewer than 5')).toBeVisible()
})

test('both postcode fields of the front page work, each with its own error', async ({ page }) => {
  await page.goto('/')
  await page.getByLabel('Your postcode').last().fill('M1')
  await page.getByRole('button', { name: 'Find my MP' }).last().click()
  await expect(page.locator('#postcode-again')).toHaveAccessibleDescription(/Enter a full UK postcode/)
  await expect(page.locator('#postcode')).not.toHaveAttribute('aria-invalid', 'true')
})
