import { introduce } from './introduce'
import { manchester, retired } from './places'
import { listRecorded } from './recorded'
import { expect, test } from './test'

const seat = manchester.slug

test.describe('with JavaScript', () => {
  test('a tag is carried from the front page by link to the form, to the MP and into the count', async ({ page }) => {
    await page.goto('/?s=newsletter-5')
    await page.getByRole('banner').getByRole('link', { name: 'Take action' }).click()
    await expect(page).toHaveURL('/take-action')
    await expect.poll(() => page.evaluate(() => sessionStorage.getItem('source-tag'))).toBe('newsletter-5') // by the page's script
    await page.getByLabel('Your postcode').fill(manchester.postcode)
    await page.getByRole('button', { name: 'Find my MP' }).click()
    await page.getByRole('button', { name: 'X', exact: true }).click()
    await expect.poll(() => listRecorded('newsletter-5')).toEqual([{ seat, channel: 'x', kind: 'opened' }])
    await page.getByRole('button', { name: 'Yes, posted' }).click()
    await expect.poll(() => listRecorded('newsletter-5')).toContainEqual({ seat, channel: 'x', kind: 'confirmed' })
  })

  test('an invalid tag is dropped, and the message still counts', async ({ page }) => {
    await page.goto(`/take-action/${seat}?s=two%20words`)
    await page.getByRole('button', { name: 'X', exact: true }).click()
    await expect.poll(() => page.evaluate((slug) => sessionStorage.getItem(`report:${slug}`), seat)).toBe('counted')
    expect(listRecorded('two words')).toEqual([])
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('two')
  })

  test('an email too long for a link is copied and opened, and counts once', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto(`/take-action/${seat}?s=long-email`)
    await introduce(page)
    await page.getByLabel('Paragraph 4 of your letter').fill('Long words. '.repeat(300))
    await page.getByRole('button', { name: 'Send my letter' }).click()
    await page.getByRole('button', { name: 'Yes, sent' }).click()
    // Reports are sent one by one: a count of the copy would come between these.
    await expect.poll(() => listRecorded('long-email')).toContainEqual({ seat, channel: 'email', kind: 'confirmed' })
    expect(listRecorded('long-email').map(({ channel, kind }) => `${channel} ${kind}`)).toEqual([
      'email opened',
      'email confirmed',
    ])
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Long words.')
  })

  test.afterEach(({ consoleErrors }) => {
    consoleErrors.splice(0, Infinity, ...consoleErrors.filter((text) => !text.includes('ERR_NAME_NOT_RESOLVED')))
  })
})

test.describe('without JavaScript', () => {
  // Two visitors with the same user agent would count as one.
  test.use({ javaScriptEnabled: false, userAgent: 'source tag' })

  test('a tag is carried by every response and into the count', async ({ page }) => {
    await page.goto('/take-action?s=paper_1')
    await page.getByLabel('Your postcode').fill(retired.postcode)
    await page.getByRole('button', { name: 'Find my MP' }).click()
    await expect(page.locator(`[data-outcome=terminated] a[href="${retired.link}?s=paper_1"]`)).toBeVisible()
    await page.getByLabel('Your postcode').fill(manchester.postcode)
    await page.getByRole('button', { name: 'Find my MP' }).click()
    await expect(page).toHaveURL(`/take-action/${seat}?s=paper_1`)
    await page.getByLabel('Your name').fill('Ann Example')
    await page.getByText('Other ways').click()
    await page.getByRole('button', { name: 'Gmail' }).click()
    await expect(page.locator('[data-outcome=composed]')).toBeVisible()
    await page.getByRole('button', { name: 'Yes, it’s sent' }).click()
    await expect(page.locator('[data-outcome=confirmed]')).toBeVisible()
    expect(listRecorded('paper_1')).toEqual([
      { seat, channel: 'email', kind: 'opened' },
      { seat, channel: 'email', kind: 'confirmed' },
    ])
  })
})
