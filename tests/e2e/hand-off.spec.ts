import type { Page } from '@playwright/test'
import { manchester, reach } from './places'
import { introduce } from './introduce'
import { listRecorded } from './recorded'
import { expect, expectAccessible, test } from './test'

const edited = 'My own words & a “quote” + 100% é 👪\nsecond line'

/** The first address outside the site that the page, or a window it opens, goes to. */
function nextAddressOutside(page: Page, start: string) {
  return new Promise<string>((resolve) =>
    page.context().on('request', (request) => request.url().startsWith(start) && resolve(request.url())),
  )
}

test.describe('with JavaScript', () => {
  test('X opens in its own window with the edited text, and counts once', async ({ page }) => {
    await page.goto(`/take-action/${reach.xAndBluesky.slug}?s=x-edited`)
    await expect(page.getByLabel('Your post', { exact: true })).toHaveValue(
      new RegExp(`@${reach.xAndBluesky.x}, please`),
    )
    await page.getByLabel('Your post', { exact: true }).fill(edited)
    const address = nextAddressOutside(page, 'https://x.com/intent/tweet')
    await page.getByRole('button', { name: 'X', exact: true }).click()
    expect(new URL(await address).searchParams.get('text')).toBe(edited)
    await expect
      .poll(() => listRecorded('x-edited'))
      .toEqual([{ seat: reach.xAndBluesky.slug, channel: 'x', kind: 'opened' }])
    expect(page.url()).toMatch(/\/ashford\?s=x-edited$/)
  })

  test('Bluesky gets the Bluesky handle', async ({ page }) => {
    await page.goto(`/take-action/${reach.xAndBluesky.slug}`)
    const address = nextAddressOutside(page, 'https://bsky.app/intent/compose')
    await page.getByRole('button', { name: 'Bluesky', exact: true }).click()
    const text = new URL(await address).searchParams.get('text')
    expect(text).toContain(`@${reach.xAndBluesky.bluesky}, please`)
    expect(text).not.toContain(`@${reach.xAndBluesky.x},`)
  })

  test('the email opens in the visitor’s mail program, with what they wrote', async ({ page }) => {
    await page.goto(`/take-action/${manchester.slug}?s=own-program`)
    await page.getByLabel('Subject').fill('A subject & more')
    await introduce(page)
    await page.getByLabel('Paragraph 4 of your letter').fill(edited)
    const mailto = page.evaluate(
      () =>
        new Promise<string>((resolve) =>
          Reflect.get(window, 'navigation').addEventListener('navigate', (event: Event) =>
            resolve(String(Reflect.get(Reflect.get(event, 'destination'), 'url'))),
          ),
        ),
    )
    await page.getByRole('button', { name: 'Send my letter' }).click()
    const url = new URL(await mailto)
    expect(url.pathname).toBe('contact@lucypowell.org.uk')
    expect(url.search).not.toContain('+')
    expect(url.searchParams.get('subject')).toBe('A subject & more')
    expect(url.searchParams.get('body')).toContain(edited.replace('\n', '\r\n'))
    await expect
      .poll(() => listRecorded('own-program'))
      .toEqual([{ seat: manchester.slug, channel: 'email', kind: 'opened' }])
  })

  test('Enter in the subject opens nothing', async ({ page }) => {
    await page.goto(`/take-action/${reach.xAndBluesky.slug}?s=enter`)
    await page.getByLabel('Subject').press('Enter')
    await page.getByRole('button', { name: 'X', exact: true }).click()
    await expect
      .poll(() => listRecorded('enter'))
      .toEqual([{ seat: reach.xAndBluesky.slug, channel: 'x', kind: 'opened' }])
    await expect.poll(() => page.context().pages().length).toBe(2)
  })

  test('copy puts the current text on the clipboard and says so', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto(`/take-action/${manchester.slug}`)
    await page.getByLabel('Paragraph 4 of your letter').fill(edited)
    await page.getByText('Other ways').click()
    await page.getByRole('button', { name: 'Copy the letter' }).click()
    await expect(page.getByText('Did you send your letter?').last()).toBeVisible()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(edited)
  })

  test('an MP without email or networks: a letter to print, no word of emailing, and a post with their name', async ({
    page,
  }) => {
    await page.goto(`/take-action/${reach.noEmail.slug}`)
    await expect(page.getByText('House of Commons, London SW1A 0AA')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Print my letter' })).toBeVisible()
    await expect(page.getByRole('main')).not.toContainText(/\b[Ee]mail (?:app|opens|Sir)|Send my letter|own email/)
    await expect(page.getByLabel('Your post', { exact: true })).toHaveValue(/Sir Julian Lewis/)
    await expect(page.getByRole('button', { name: 'Copy the post' })).toBeVisible()
    await expectAccessible(page)
  })

  test.afterEach(({ consoleErrors }) => {
    // Expected: outside hosts don't resolve here, and a missing page is a 404.
    const meant = /ERR_NAME_NOT_RESOLVED|status of 404/
    consoleErrors.splice(0, Infinity, ...consoleErrors.filter((text) => !meant.test(text)))
  })
})

test.describe('without JavaScript', () => {
  // Two visitors with the same user agent would count as one.
  test.use({ javaScriptEnabled: false, userAgent: 'hand-off' })

  const channels = [
    { button: 'X', channel: 'x', start: 'https://x.com/intent/tweet?text=' },
    { button: 'Bluesky', channel: 'bluesky', start: 'https://bsky.app/intent/compose?text=' },
  ]

  for (const { button, channel, start } of channels) {
    test(`${button}: an unchanged text is counted and redirected`, async ({ page }) => {
      const seat = reach.xAndBluesky.slug
      await page.goto(`/take-action/${seat}?s=hand-off-${channel}`)
      const answer = page.waitForResponse((response) => response.request().method() === 'POST')
      const address = nextAddressOutside(page, start)
      await page.getByRole('button', { name: button, exact: true }).click()
      const response = await answer
      expect(response.status()).toBe(303)
      expect(response.headers().location).toContain(start)
      // The browser followed the redirect, so the form-action policy allows it.
      expect(await address).toContain(start)
      expect(listRecorded(`hand-off-${channel}`)).toEqual([{ seat, channel, kind: 'opened' }])
    })
  }

  test('an edited text is returned in the page, in a link', async ({ page }) => {
    await page.goto(`/take-action/${manchester.slug}`)
    await page.getByLabel('Your post', { exact: true }).fill('My own post')
    await page.getByLabel('Paragraph 4 of your letter').fill(edited)
    await page.getByRole('button', { name: 'Send my letter' }).click()
    const link = page.getByRole('link', { name: 'Open it in your email app' })
    await expect(link).toBeFocused()
    await expect(link).toBeInViewport()
    const url = new URL((await link.getAttribute('href')) ?? '')
    expect(url.searchParams.get('body')).toContain(edited.replace('\n', '\r\n'))
    await expect(page.getByLabel('Paragraph 4 of your letter')).toHaveValue(edited)
    await expect(page.getByLabel('Your post', { exact: true })).toHaveValue('My own post')
    await expect(page.getByRole('button', { name: /Copy/ })).toHaveCount(0)
    expect(page.url()).toMatch(/\/manchester-central$/)
  })
})
