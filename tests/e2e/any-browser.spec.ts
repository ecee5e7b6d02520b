import type { Page } from '@playwright/test'
import { introduce } from './introduce'
import {
  address,
  argument,
  ownWords,
  post,
  pressOther,
  question,
  readOpened,
  seat,
  send,
  signature,
} from './letter-page'
import { listRecorded } from './recorded'
import { expect, test } from './test'

// Two visitors with the same user agent, and no script, would count as one.
test.use({ userAgent: 'any browser' })

test.afterEach(({ consoleErrors }) => {
  // Expected: outside hosts don't resolve here, and some tests block a script.
  const meant = /ERR_NAME_NOT_RESOLVED|ERR_FAILED/
  consoleErrors.splice(0, Infinity, ...consoleErrors.filter((text) => !meant.test(text)))
})

const storages = [
  {
    name: 'storage that can be read but not written',
    tag: 'read-only',
    spoil: () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
    },
  },
  {
    name: 'storage switched off',
    tag: 'no-storage',
    spoil: () => {
      for (const name of ['sessionStorage', 'localStorage'])
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('denied', 'SecurityError')
          },
        })
    },
  },
]

for (const { name, tag, spoil } of storages)
  test.describe(`with ${name}`, () => {
    test.beforeEach(({ page }) => page.addInitScript(spoil))

    test('the letter follows what is typed, opens, and counts', async ({ page }) => {
      await page.goto(`${seat}?s=${tag}`)
      await introduce(page)
      await argument(page).fill('My own argument.')
      await expect(ownWords(page)).toHaveValue('I teach children.')
      await pressOther(page, 'Gmail')
      expect((await readOpened(page)).searchParams.get('body')).toMatch(
        /My own argument\.[^]*Ann Example\r?\nTN23 1AA$/,
      )
      await page.getByRole('button', { name: 'Yes, sent' }).click()
      await expect(page.getByText('Thank you for standing with these children.')).toBeFocused()
      await expect
        .poll(() => listRecorded(tag).map(({ channel, kind }) => `${channel} ${kind}`))
        .toEqual(['email opened', 'email confirmed'])
    })

    test('after Back, the letter goes on following its fields', async ({ page }) => {
      await page.goto(seat)
      await introduce(page)
      await page.goto('/about')
      await page.goBack()
      await page.getByLabel('Your name').fill('Ann Other')
      await expect(signature(page)).toHaveValue(/^Yours sincerely,\nAnn Other/)
    })
  })

test('Back to a page that is loaded again: all that was typed is there, and the letter goes on following it', async ({
  page,
}) => {
  await page.goto(seat)
  await introduce(page)
  await page.getByLabel('Your address').fill('7 Marker Close')
  await argument(page).fill('My own argument.')
  await post(page).fill('My own post')
  await page.goto('/about')
  await page.goBack()
  for (const [label, value] of [
    ['Your name', 'Ann Example'],
    ['Your address', '7 Marker Close'],
    ['Your postcode', 'TN23 1AA'],
    ['Why does this matter to you?', 'I teach children'],
  ] as const)
    await expect(page.getByLabel(label)).toHaveValue(new RegExp(value, 'i'))
  await expect(signature(page)).toHaveValue('Yours sincerely,\nAnn Example\n7 Marker Close\nTN23 1AA')
  await expect(ownWords(page)).toHaveValue('I teach children.')
  await expect(argument(page)).toHaveValue('My own argument.')
  await expect(post(page)).toHaveValue('My own post')
  await expect(page.getByRole('button', { name: 'Start this part again' })).toHaveCount(1) // the one edited by hand
  await page.getByLabel('Your name').fill('Ann Other')
  await page.getByLabel('Why does this matter to you?').fill('I foster.')
  await expect(signature(page)).toHaveValue(/^Yours sincerely,\nAnn Other\n7 Marker/)
  await expect(ownWords(page)).toHaveValue('I foster.')
})

test('what a password manager fills in without telling the page is in the letter, and isn’t asked for', async ({
  page,
}) => {
  await page.goto(seat)
  await page.getByLabel('Why does this matter to you?').fill('I teach children')
  await page.getByLabel('Your name').evaluate((field) => Object.assign(field, { value: 'Ann Example' }))
  await page.getByLabel('Your postcode').evaluate((field) => Object.assign(field, { value: 'tn23 1aa' }))
  await send(page).click()
  await expect(question(page)).toBeVisible()
  expect((await readOpened(page)).searchParams.get('body')).toMatch(/Ann Example\r\nTN23 1AA$/)
  await page.getByLabel('Your name').evaluate((field) => Object.assign(field, { value: 'Ann Other' }))
  await page.pdf() // without a key pressed since
  expect(await page.locator('#printed').innerText()).toContain('Ann Other')
})

/** Has the page come with a change made on the way. */
async function changeOnTheWay(page: Page, change: (html: string) => string) {
  await page.route(`**${seat}`, async (route) => {
    if (route.request().method() !== 'GET') return route.continue()
    const response = await route.fetch()
    const html = await response.text()
    expect(change(html)).not.toBe(html)
    await route.fulfill({ response, body: change(html) })
  })
}

test('where Cloudflare hides the email address in the page, the letter still goes to it', async ({ page }) => {
  const hidden =
    '<a href="/cdn-cgi/l/email-protection" class="__cf_email__" data-cfemail="5a">[email&#160;protected]</a>'
  await changeOnTheWay(page, (html) => html.replace(new RegExp(`(>[^<>]*)${address}`, 'g'), `$1${hidden}`))
  await page.goto(seat)
  await expect(page.locator('.paper-to')).toContainText('[email')
  await introduce(page)
  await send(page).click()
  await expect(question(page)).toBeVisible()
  expect((await readOpened(page)).pathname).toBe(address)
})

for (const { name, spoil } of [
  {
    name: 'its script doesn’t come',
    spoil: (page: Page) => page.route('**/*.js', (route) => route.abort()),
  },
  {
    name: 'what the script reads was spoilt on the way',
    spoil: (page: Page) => changeOnTheWay(page, (html) => html.replace(/data-mp="[^"]*"/, 'data-mp="{&quot;na"')),
  },
])
  test(`a page works as without JavaScript, without a dead button, when ${name}`, async ({ page }) => {
    await spoil(page)
    await page.goto(seat)
    await page.getByText('Other ways').click()
    await expect(page.locator('button[type=button]:visible')).toHaveCount(0)
    await introduce(page)
    await page.getByRole('button', { name: 'Gmail' }).click()
    const link = page.getByRole('link', { name: 'Open it in Gmail' })
    const url = new URL((await link.getAttribute('href')) ?? '')
    expect(url.searchParams.get('to')).toBe(address)
    expect(url.searchParams.get('body')).toMatch(/I teach children\.[^]*Ann Example\r?\nTN23 1AA$/)
    await page.getByRole('button', { name: 'Yes, it’s sent' }).click()
    await expect(page.getByRole('heading', { name: 'Thank you for standing with these children.' })).toBeVisible()
  })

for (const path of ['/', '/take-action', '/find', '/supporters', '/supporters/search'])
  test(`${path} has no dead button when its script doesn’t come`, async ({ page }) => {
    await page.route('**/*.js', (route) => route.abort())
    await page.goto(path)
    await expect(page.locator('button[type=button]:visible')).toHaveCount(0)
  })
