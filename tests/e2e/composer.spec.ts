import { manchester, reach } from './places'
import { expect, expectAccessible, expectReflow, test } from './test'

const seat = `/take-action/${reach.xAndBluesky.slug}`

test.describe('with JavaScript', () => {
  test('the counter counts as each network does and shows how far a post is over the limit', async ({ page }) => {
    await page.goto(seat)
    const post = page.getByLabel('Your post', { exact: true })
    await post.fill('👪 https://example.org/a/very/long/address/that/counts/as/twenty-three')
    await expect(page.getByText('X: 26 of 280')).toBeVisible()
    await post.fill('Dear @sojanuk')
    await expect(page.getByText('Bluesky: 31 of 300')).toBeVisible() // as it opens there: Dear @sojanjosephmp.bsky.social
    await post.fill('x'.repeat(290))
    await expect(page.getByText('X: 10 too many')).toBeVisible()
    await expect(page.getByText('Bluesky: 290 of 300')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Post on X' })).toBeEnabled()
  })

  test('details and words go into the email, survive a reload and can be deleted', async ({ page }) => {
    await page.goto('/take-action')
    await page.getByLabel('Your postcode').fill('tn23 1aa')
    await page.goto(seat)
    await page.getByLabel('Your name').fill('Marker Personsson')
    await page.getByLabel('Your address').fill('7 Marker Close\nAshford')
    await page.getByLabel('Why this matters to you').fill('I teach {mp_name} children.')
    const email = page.getByLabel('Your email')
    const words = /I teach \{mp_name\} children\.[^]*Marker Personsson\n7 Marker Close\nAshford\n\[Your postcode\]/
    await expect(email).toHaveValue(words)
    await page.reload()
    await expect(email).toHaveValue(words)
    await expect(page.getByLabel('Your name')).toHaveValue('Marker Personsson')
    await page.getByRole('button', { name: 'Clear my details' }).click()
    await expect(email).toHaveValue(/\[Your name\]\n\[Your address\]/)
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('Marker')
  })

  test('the postcode from the lookup is in the signature, in this browser only', async ({ page }) => {
    await page.goto('/take-action')
    await page.getByLabel('Your postcode').fill(manchester.postcode.toLowerCase())
    await page.getByRole('button', { name: 'Find my MP' }).click()
    await expect(page.getByLabel('Your postcode')).toHaveValue(manchester.postcode)
    await expect(page.getByLabel('Your email')).toHaveValue(new RegExp(`${manchester.postcode}$`))
  })

  test('an email without the visitor’s own words gets one gentle nudge', async ({ page }) => {
    await page.goto(seat)
    const gmail = page.getByRole('button', { name: 'Gmail' })
    await gmail.click()
    await expect(page.getByText('One sentence of your own')).toBeVisible()
    expect(page.context().pages()).toHaveLength(1)
    const opened = page.context().waitForEvent('page')
    await gmail.click()
    await opened
    await page.getByRole('button', { name: 'Yes, I sent my message' }).click()
    await expect(page.getByText('Thank you for telling us that you sent your message')).toBeVisible()
    await expectAccessible(page)
    await page.setViewportSize({ width: 320, height: 640 })
    await expectReflow(page)
  })

  test('each webmail opens with the address, subject and text', async ({ page }) => {
    await page.goto(seat)
    await page.getByLabel('Your link to the area').fill('I grew up here & stay.')
    for (const [name, start, body] of [
      ['Gmail', 'https://mail.google.com/mail/?view=cm&fs=1&to=', 'body'],
      ['Outlook', 'https://outlook.live.com/mail/0/deeplink/compose?to=', 'body'],
      ['Yahoo', 'https://compose.mail.yahoo.com/?to=', 'body'],
    ] as const) {
      const requested = new Promise<string>((resolve) =>
        page.context().on('request', (request) => request.url().startsWith(start) && resolve(request.url())),
      )
      await page.getByRole('button', { name }).click()
      const url = new URL(await requested)
      expect(url.searchParams.get('to')).toBe('sojan.joseph.mp@parliament.uk')
      expect(url.searchParams.get(body)).toContain('I grew up here & stay.')
    }
  })

  test('the letter is what gets printed', async ({ page }) => {
    await page.goto(seat)
    await page.getByLabel('Your name').fill('Ann Example')
    await page.emulateMedia({ media: 'print' })
    await expect(page.locator('.letter')).toContainText('House of Commons')
    await expect(page.locator('.letter')).toContainText('Ann Example')
    await expect(page.getByRole('heading', { name: 'Send an email' })).toBeHidden()
    const pdf = await page.pdf({ format: 'A4' })
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  })

  test.afterEach(({ consoleErrors }) => {
    consoleErrors.splice(0, Infinity, ...consoleErrors.filter((text) => !text.includes('ERR_NAME_NOT_RESOLVED')))
  })
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('details go into the email, nothing typed is lost, and a letter can be printed', async ({ page }) => {
    await page.goto(seat)
    await page.getByLabel('Your name').fill('Ann Example')
    await page.getByLabel('Why this matters to you').fill('I teach.')
    await page.getByRole('button', { name: 'Gmail' }).click()
    const url = new URL((await page.getByRole('link', { name: 'Open them in Gmail' }).getAttribute('href')) ?? '')
    expect(url.searchParams.get('body')).toMatch(/I teach\.[^]*Ann Example/)
    await expect(page.getByLabel('Your name')).toHaveValue('Ann Example')
    await page.getByRole('button', { name: 'Print a letter' }).click()
    await expect(page.locator('.letter')).toContainText('Ann Example')
    await expect(page.locator('.letter')).toBeVisible()
    await page.getByRole('button', { name: 'Yes, I sent my message' }).click()
    await expect(page.getByText('Thank you for telling us that you sent your message')).toBeVisible()
  })
})
