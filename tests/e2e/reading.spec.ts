import { expect, test } from './test'

for (const path of ['/asks/guardians', '/asks/long-term-plan']) {
  test(`${path} prints on one page that says what it is`, async ({ page }) => {
    await page.goto(path)
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByText(/Stable Futures · Briefing · http.*\/asks\//)).toBeVisible()
    await expect(page.getByRole('navigation')).toHaveCount(0)
    await expect(page.getByRole('heading', { name: 'Questions and answers' })).toBeVisible()
  })
}

test('the privacy page states the limits and the service that the code uses', async ({ page }) => {
  await page.goto('/privacy')
  await expect(page.getByText('open messages: 60 times a minute, 600 an hour')).toBeVisible()
  await expect(page.getByText('we count in steps of 5')).toBeVisible()
})
