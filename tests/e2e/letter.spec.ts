import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { introduce } from './introduce'
import { manchester, reach } from './places'
import { expect, expectAccessible, expectReflow, test } from './test'

const seat = `/take-action/${reach.xAndBluesky.slug}`
const ownWords = (page: Page) => page.getByLabel('Your own words of your letter')
const signature = (page: Page) => page.getByLabel('Signature of your letter')
const send = (page: Page) => page.getByRole('button', { name: 'Send my letter' })

test.describe('with JavaScript', () => {
  test('the letter follows the fields until a part is edited, and then goes on following them elsewhere', async ({
    page,
  }) => {
    await page.goto(seat)
    await expect(signature(page)).toHaveValue('Yours sincerely,\nA constituent in Ashford')
    await introduce(page)
    await page.getByLabel('Your address').fill('7 Marker Close\n\nAshford')
    await page.getByLabel('Anything local').fill('I grew up here & stay')
    await expect(ownWords(page)).toHaveValue('I teach children. I grew up here & stay.')
    await expect(signature(page)).toHaveValue('Yours sincerely,\nAnn Example\n7 Marker Close\nAshford\nTN23 1AA')
    const argument = page.getByLabel('Paragraph 4 of your letter')
    await argument.fill('My own argument.')
    await page.getByLabel('Your name').fill('Ann Other')
    await expect(signature(page)).toHaveValue(/Ann Other/)
    await expect(argument).toHaveValue('My own argument.')
    await page.reload()
    await expect(argument).toHaveValue('My own argument.')
    await expect(signature(page)).toHaveValue(/Ann Other\n7 Marker Close/)
    await page.getByLabel('Your name').fill('Ann Third')
    await expect(signature(page)).toHaveValue(/Ann Third/)
  })

  test('one part can be started again: it asks first, and can be undone', async ({ page }) => {
    await page.goto(seat)
    const argument = page.getByLabel('Paragraph 4 of your letter')
    const ours = await argument.inputValue()
    await argument.fill('My own argument.')
    const again = page.locator('.part', { has: argument }).getByRole('button')
    await again.click()
    await expect(argument).toHaveValue('My own argument.')
    await again.click()
    await expect(argument).toHaveValue(ours)
    await page.reload()
    await expect(argument).toHaveValue(ours)
    await again.click()
    await expect(argument).toHaveValue('My own argument.')
    await page.reload()
    await expect(argument).toHaveValue('My own argument.')
    await expect(again).toHaveText('Start this part again')
  })

  test('clearing says so, can be undone, and takes what is remembered with it', async ({ page }) => {
    await page.goto(seat)
    await introduce(page)
    await page.getByLabel('Your post', { exact: true }).fill('Marker post')
    await page.getByRole('button', { name: 'Clear my details' }).click()
    await expect(page.getByText('Cleared your name, address, postcode and own words')).toBeVisible()
    await expect(page.getByLabel('Your name')).toHaveValue('')
    await expect(signature(page)).toHaveValue('Yours sincerely,\nA constituent in Ashford')
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('Ann Example')
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(signature(page)).toHaveValue(/Ann Example/)
    await page.getByRole('button', { name: 'Clear everything on this page' }).click()
    await expect(page.getByLabel('Your post', { exact: true })).not.toHaveValue('Marker post')
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toMatch(/Ann|Marker/)
  })

  test('the postcode from the lookup is in the signature, in its usual form, in this browser only', async ({
    page,
  }) => {
    await page.goto('/take-action')
    await page.getByLabel('Your postcode').fill('m11ae.')
    await page.getByRole('button', { name: 'Find my MP' }).click()
    await expect(page.getByLabel('Your postcode')).toHaveValue('M1 1AE')
    await expect(signature(page)).toHaveValue(new RegExp(`\n${manchester.postcode}$`))
  })

  test('before sending it asks once for a name, a postcode and a sentence, and goes away when answered', async ({
    page,
  }) => {
    await page.goto(seat)
    await send(page).click()
    const nudge = page.locator('#nudge')
    await expect(nudge).toContainText('Add your name so that your MP’s office can reply.')
    await nudge.getByRole('button', { name: 'Add my name' }).click()
    await expect(page.getByLabel('Your name')).toBeFocused()
    await page.keyboard.type('Ann Example')
    await expect(nudge.getByText('Add your name')).toBeHidden()
    await page.getByLabel('Your postcode').fill('TN23 1AA')
    await page.getByLabel('Why does this matter to you?').fill('I teach.')
    await expect(nudge).toBeEmpty()
    await expectAccessible(page)
  })

  test('sending as it is stays possible, and no bracket leaves the site', async ({ page }) => {
    await page.goto(seat)
    await page.getByText('Other ways').click()
    await page.getByRole('button', { name: 'Gmail' }).click()
    const opened = page.context().waitForEvent('page')
    await page.getByRole('button', { name: 'Send as it is' }).click()
    await opened
    await expect(page.getByText('Did you send your letter?').last()).toBeFocused()
    const again = await page.getByRole('link', { name: 'Open it again' }).getAttribute('href')
    const body = new URL(again ?? '').searchParams.get('body') ?? ''
    expect(body).not.toMatch(/[[\]{}]/)
    expect(body).toMatch(/Yours sincerely,\r?\nA constituent in Ashford$/)
  })

  test('after opening, the question stands where the buttons were; each answer leads on', async ({ page }) => {
    await page.goto(seat)
    await introduce(page)
    await page.getByText('Other ways').click()
    await page.getByRole('button', { name: 'Gmail' }).click()
    await expect(send(page)).toBeHidden()
    await page.getByRole('button', { name: 'Not yet' }).click()
    await expect(send(page)).toBeFocused()
    await page.getByRole('button', { name: 'Gmail' }).click()
    await page.getByRole('button', { name: 'It didn’t open' }).click()
    await expect(page.getByText('Let’s try another way')).toBeFocused()
    await expect(ownWords(page)).toHaveValue('I teach children.')
    await page.getByRole('button', { name: 'Outlook' }).click()
    await page.getByRole('button', { name: 'Yes, sent' }).click()
    await expect(page.getByText('Thank you for standing with these children.')).toBeFocused()
    const reminder = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Add a reminder to your calendar' }).click()
    const file = await reminder
    expect(file.suggestedFilename()).toMatch(/\.ics$/)
    await expectAccessible(page)
    const calendar = readFileSync(await file.path(), 'utf8').replaceAll('\r\n ', '')
    const link = new URL(/^URL:(.*)\r$/m.exec(calendar)?.[1] ?? '')
    const later = await page.context().newPage()
    await later.goto(link.pathname + link.search)
    await expect(later.getByRole('heading', { level: 1 })).toHaveText(/^Did .* reply\?$/)
    await later.getByRole('button', { name: 'Not yet' }).click()
    await expect(later.getByText('We’ve noted: “Not yet”')).toBeVisible()
    await expect(later.getByText(/I wrote to you on \d+ \w+ \d{4}/)).toBeVisible()
    await expectAccessible(later)
    await later.close()
    await page.setViewportSize({ width: 320, height: 640 })
    await expectReflow(page)
    await page.reload()
    await expect(page.getByText('Thank you for standing with these children.')).toBeVisible()
  })

  test('each webmail opens with the address, subject and text', async ({ page }) => {
    await page.goto(seat)
    await introduce(page)
    await page.getByLabel('Anything local').fill('I grew up here & stay.')
    await page.getByText('Other ways').click()
    for (const [name, start] of [
      ['Gmail', 'https://mail.google.com/mail/?view=cm&fs=1&to='],
      ['Outlook', 'https://outlook.live.com/mail/0/deeplink/compose?to='],
      ['Yahoo', 'https://compose.mail.yahoo.com/?to='],
    ] as const) {
      const requested = new Promise<string>((resolve) =>
        page.context().on('request', (request) => request.url().startsWith(start) && resolve(request.url())),
      )
      await page.getByRole('button', { name }).click()
      const url = new URL(await requested)
      expect(url.searchParams.get('to')).toBe('sojan.joseph.mp@parliament.uk')
      expect(url.searchParams.get('body')).toContain('I grew up here & stay.')
      await page.getByRole('button', { name: 'Not yet' }).click()
    }
  })

  test('the counter counts as each network does; an over-long or empty post is told before it opens', async ({
    page,
  }) => {
    await page.goto(seat)
    const post = page.getByLabel('Your post', { exact: true })
    await post.fill('👪 https://example.org/a/very/long/address/that/counts/as/twenty-three')
    await expect(page.getByText('X: 26 of 280')).toBeVisible()
    await post.fill('x'.repeat(290))
    await expect(page.getByText('X: 10 too many · Bluesky: 290 of 300')).toBeVisible()
    await page.getByRole('button', { name: 'X', exact: true }).click()
    await expect(page.getByText('Your post is 10 too long')).toBeVisible()
    await expect(post).toBeFocused()
    await post.fill(' ')
    await page.getByRole('button', { name: 'Bluesky', exact: true }).click()
    await expect(page.getByText('Your post is empty')).toBeVisible()
    expect(page.context().pages()).toHaveLength(1)
  })

  test('a letter too long for a link is copied first; where nothing can be copied it is shown for copying', async ({
    page,
  }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined })
      document.execCommand = () => false
    })
    await page.goto(seat)
    await introduce(page)
    await page.getByLabel('Paragraph 4 of your letter').fill('Long words. '.repeat(300))
    await send(page).click()
    await expect(page.getByText('too long to open by itself')).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'Your letter', exact: true })).toHaveValue(
      /Long words\.[^]*Ann Example/,
    )
  })

  test('the letter is what gets printed, on one page, with date and addresses', async ({ page }) => {
    await page.goto(seat)
    await introduce(page)
    await page.getByLabel('Your address').fill('7 Marker Close')
    const pdf = await page.pdf({ format: 'A4' })
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1)
    await page.emulateMedia({ media: 'print' })
    const printed = page.locator('#printed')
    await expect(printed).toContainText('7 Marker Close\nTN23 1AA')
    await expect(printed).toContainText(/\d{1,2} \w+ 20\d\d/)
    await expect(printed).toContainText('House of Commons')
    await expect(page.getByRole('heading', { name: 'Your letter' })).toBeHidden()
  })

  test.afterEach(({ consoleErrors }) => {
    consoleErrors.splice(0, Infinity, ...consoleErrors.filter((text) => !text.includes('ERR_NAME_NOT_RESOLVED')))
  })
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('details go into the letter, nothing typed is lost, and a letter can be printed', async ({ page }) => {
    await page.goto(seat)
    await introduce(page)
    await page.getByText('Other ways').click()
    await page.getByRole('button', { name: 'Gmail' }).click()
    const url = new URL((await page.getByRole('link', { name: 'Open it in Gmail' }).getAttribute('href')) ?? '')
    expect(url.searchParams.get('body')).toMatch(/I teach children\.[^]*Ann Example\r?\nTN23 1AA$/)
    await expect(page.getByLabel('Your name')).toHaveValue('Ann Example')
    await expect(signature(page)).toHaveValue(/Ann Example/)
    // A second answer still follows the fields.
    await page.getByLabel('Your name').fill('Ann Other')
    await page.getByText('Other ways').click()
    await page.getByRole('button', { name: 'Print it as a letter' }).click()
    await expect(page.locator('#printed')).toContainText('Ann Other')
    await expect(page.locator('#printed')).toBeVisible()
    await page.getByRole('button', { name: 'Yes, it’s sent' }).click()
    await expect(page.getByRole('heading', { name: 'Thank you for standing with these children.' })).toBeVisible()
    await expect(page.getByRole('button', { name: /Copy|Clear|Share/ })).toHaveCount(0)
  })
})
