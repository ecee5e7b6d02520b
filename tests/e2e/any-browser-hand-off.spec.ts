import type { Page } from '@playwright/test'
import { introduce } from './introduce'
import { address, argument, post, pressOther, question, readOpened, readPosted, seat, send } from './letter-page'
import { reach } from './places'
import { listRecorded } from './recorded'
import { expect, test } from './test'

// Two visitors with the same user agent, and no script, would count as one.
test.use({ userAgent: 'any browser, handing off' })

test.afterEach(({ consoleErrors }) => {
  consoleErrors.splice(0, Infinity, ...consoleErrors.filter((text) => !text.includes('ERR_NAME_NOT_RESOLVED')))
})

const recorded = (tag: string) => listRecorded(tag).map(({ channel, kind }) => `${channel} ${kind}`)

test.describe('with a clipboard that is missing', () => {
  test.beforeEach(({ page }) =>
    page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined })
      document.execCommand = () => false
    }),
  )

  test('each button that copies shows the text instead, as it is, and nothing counts as opened', async ({ page }) => {
    await page.goto(`${seat}?s=no-clipboard`)
    await introduce(page)
    await pressOther(page, 'Copy the letter')
    const status = page.locator('#send-status')
    await expect(status).toContainText('Your browser doesn’t let us copy. Here it is:')
    expect(await status.innerText()).toMatch(/I teach children\.\n\n[^]*Ann Example\nTN23 1AA$/)
    await expect(question(page)).toBeHidden()
    await page.getByRole('button', { name: 'Copy the address' }).click()
    await expect(status).toContainText(`Here it is: ${address}`)
    await post(page).fill('My own post')
    await page.getByRole('button', { name: 'Copy the post' }).click()
    await expect(page.getByText('Here it is: My own post')).toBeVisible()
    await page.getByRole('button', { name: 'Gmail' }).click()
    await page.getByRole('button', { name: 'Yes, sent' }).click()
    await page.getByRole('button', { name: 'Copy a short letter to send' }).click()
    await expect(page.locator('#chase-status')).toContainText('Ann Example')
    await page.getByRole('button', { name: 'Copy the link' }).click()
    await expect(page.locator('#friends-status')).toContainText(`Here it is: http`)
    await expect.poll(() => recorded('no-clipboard')).toEqual(['email opened', 'email confirmed'])
  })
})

test('what a copied or long letter needs to be told stays in view beside the question', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(seat)
  await introduce(page)
  await pressOther(page, 'Copy the letter')
  await expect(page.getByText(`Copied your letter. Now paste it where you write to ${address}.`)).toBeVisible()
  await expect(question(page).getByRole('button', { name: 'Choose another way' })).toBeVisible()
  await question(page).getByRole('button', { name: 'Copy the address' }).click()
  await expect(page.getByText('Copied the email address.')).toBeVisible()
  await expect(send(page)).toBeHidden()
  await page.getByRole('button', { name: 'Not yet' }).click()
  await argument(page).fill('Long words. '.repeat(300))
  await send(page).click()
  await expect(page.getByText('paste it into the email that opens')).toBeVisible()
  await page.getByRole('button', { name: 'Yes, sent' }).click()
  await expect(page.getByText('paste it into the email that opens')).toBeHidden()
})

test('where nothing can be printed, the server answers with a page that has the letter, and asks', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'print', { value: undefined }))
  await page.goto(`${seat}?s=no-print`)
  await introduce(page)
  await argument(page).fill('My own argument.')
  await pressOther(page, 'Print it as a letter')
  await expect(page.getByText('Your letter is at the end of this page')).toBeVisible()
  await expect(page.locator('#printed')).toBeVisible()
  await expect(page.locator('#printed')).toContainText(
    /^TN23 1AA[^]*My own argument\.[^]*Yours sincerely,\s+Ann Example$/,
  )
  await expect(page.getByLabel('Your name')).toHaveValue('Ann Example')
  await page.getByRole('link', { name: 'Tell us' }).click()
  await page.getByRole('button', { name: 'Yes, it’s sent' }).click()
  await expect(page.getByRole('heading', { name: 'Thank you for standing with these children.' })).toBeVisible()
  expect(recorded('no-print')).toEqual(['letter opened', 'letter confirmed'])
})

test('where printing does nothing, the letter is shown on the page, which says so', async ({ page }) => {
  await page.addInitScript(() => (window.print = () => undefined))
  await page.goto(seat)
  await introduce(page)
  await pressOther(page, 'Print it as a letter')
  await expect(page.getByText('your letter is at the end of this page')).toBeVisible()
  await expect(page.locator('#printed')).toBeVisible()
  await expect(page.locator('#printed')).toContainText('Ann Example')
  await expect(question(page)).toBeVisible()
})

test('where the browser swallows what is opened, a link beside the question opens it', async ({ page }) => {
  await page.addInitScript(() => (window.open = () => null))
  await page.goto(seat)
  await introduce(page)
  const text = await readPosted(page, 'X')
  expect(text).toContain(`@${reach.xAndBluesky.x}`)
  await pressOther(page, 'Gmail')
  const again = question(page).getByRole('link', { name: 'Open it again' })
  const url = await readOpened(page)
  expect(url.searchParams.get('to')).toBe(address)
  expect(url.searchParams.get('body')).toContain('I teach children.')
  await page.reload() // the browser may have dropped the page in the meantime
  await page.getByLabel('Your name').fill('Ann Other')
  const asked = page.context().waitForEvent('request', (request) => request.url().startsWith(url.origin))
  await again.click()
  expect(new URL((await asked).url()).searchParams.get('body')).toMatch(/Ann Other\r?\nTN23 1AA$/)
})

test('a press straight after typing doesn’t miss its button, though what was typed moves the page', async ({
  page,
}) => {
  await page.goto(seat)
  await send(page).click()
  await expect(page.getByText('Before you send:')).toBeVisible() // and goes when all of it is given
  await introduce(page)
  await page.getByText('Other ways').hover()
  await page.mouse.down()
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  await page.mouse.up()
  await expect(page.getByRole('button', { name: 'Gmail' })).toBeVisible()
  await expect(page.getByText('Before you send:')).toBeHidden()
})

test('a double click opens once, asks once, and answers nothing', async ({ page }) => {
  await page.goto(`${seat}?s=double`)
  await send(page).dblclick()
  await expect(page.getByText('Before you send:')).toBeVisible() // the second press isn't “send as it is”
  await introduce(page)
  await page.getByText('Other ways').click()
  await page.getByRole('button', { name: 'Gmail' }).dblclick()
  await expect(question(page)).toBeVisible()
  await page.getByRole('button', { name: 'Not yet' }).click()
  await send(page).dblclick()
  await expect(question(page)).toBeVisible()
  await page.getByRole('button', { name: 'X', exact: true }).dblclick()
  await expect(page.getByText('Did you post it?')).toBeVisible()
  await page.getByRole('button', { name: 'Bluesky', exact: true }).click()
  // Reports are sent one by one, so an answer by mistake would have come before the last one.
  await expect.poll(() => recorded('double')).toContain('bluesky opened')
  expect(recorded('double')).toEqual(['email opened', 'x opened', 'bluesky opened'])
  await expect.poll(() => page.context().pages().length).toBe(4)
})

for (const [name, shows] of [
  ['AbortError', ''],
  ['NotAllowedError', 'Copy the post'],
] as const)
  test(`a share sheet that ends with ${name} counts nothing and asks nothing`, async ({ page }) => {
    await page.addInitScript((reason) => {
      navigator.share = () => Promise.reject(new DOMException('', reason))
    }, name)
    await page.goto(`${seat}?s=share-${name.toLowerCase()}`)
    await page.getByRole('button', { name: 'Share…' }).click()
    await expect(page.locator('#post-status')).toContainText(shows)
    await expect(page.getByText('Did you post it?')).toBeHidden()
    await page.getByRole('button', { name: 'X', exact: true }).click()
    await expect.poll(() => recorded(`share-${name.toLowerCase()}`)).toEqual(['x opened'])
  })

// Line and paragraph separators, vertical tab, next line; bell and escape.
const odd = (text: string) => `${text}\u2028two\u2029three\u000Bfour\u0085five\u0007\u001B.`
const isOdd = /[\0-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]/
const lines = (first: string, end = '\n') => [first, 'two', 'three', 'four', 'five.'].join(end)

async function fillOddly(page: Page) {
  for (const [label, text] of [
    ['Your name', 'Ann'],
    ['Your address', 'Close'],
    ['Why does this matter to you?', 'Why'],
    ['Anything local', 'Local'],
    ['Subject', 'Subject'],
  ] as const)
    await page.getByLabel(label).fill(odd(text))
  await page.getByLabel('Your postcode').fill('tn23\u2028 1aa\u0007')
  await argument(page).fill(odd('Argument'))
  await post(page).fill(odd('Post'))
}

test('unusual line breaks become plain ones and control characters go, in links and on paper', async ({ page }) => {
  await page.goto(seat)
  await fillOddly(page)
  await send(page).click()
  await expect(question(page)).toBeVisible()
  const url = await readOpened(page)
  const body = url.searchParams.get('body') ?? ''
  expect(url.protocol).toBe('mailto:')
  for (const first of ['Why', 'Local', 'Argument', 'Close']) expect(body).toContain(lines(first, '\r\n'))
  expect(body).toContain(`${lines('Ann', ' ')}\r\n`)
  expect(body).toMatch(/\r\nTN23 1AA$/)
  expect(body).not.toMatch(/[^\r]\n|\r[^\n]/)
  expect(url.searchParams.get('subject')).toBe(lines('Subject', ' '))
  expect(await readPosted(page, 'X')).toBe(lines('Post'))
  for (const text of [body.replaceAll('\r\n', '\n'), url.searchParams.get('subject') ?? ''])
    expect(text).not.toMatch(isOdd)
  await page.pdf() // fills in what is printed
  const paper = await page.locator('#printed').evaluate((printed) => printed.textContent)
  expect(paper).not.toMatch(isOdd)
  for (const first of ['Why', 'Local', 'Argument']) expect(paper).toContain(lines(first))
  await expect(page.locator('#printed-sender')).toHaveText(`${lines('Close')}\nTN23 1AA`)
})

test('without a script they go too, from the link and from the page for printing', async ({ page, consoleErrors }) => {
  await page.route('**/*.js', (route) => route.abort())
  await page.goto(seat)
  await fillOddly(page)
  await pressOther(page, 'Print it as a letter')
  await expect(page.locator('#printed')).toBeVisible()
  const paper = await page.locator('#printed').evaluate((printed) => printed.textContent)
  expect(paper).not.toMatch(isOdd)
  await expect(page.locator('#printed-sender')).toHaveText(`${lines('Close')}\nTN23 1AA`)
  consoleErrors.splice(0, Infinity, ...consoleErrors.filter((text) => !text.includes('ERR_FAILED')))
})

test('a post that begins with a handle gets a full stop on X, where it would be a reply, and nowhere else', async ({
  page,
}) => {
  await page.goto(seat)
  await post(page).fill(`@${reach.xAndBluesky.x} please act`)
  await expect(page.getByText(`X: ${reach.xAndBluesky.x.length + 13} of 280`)).toBeVisible()
  expect(await readPosted(page, 'X')).toBe(`.@${reach.xAndBluesky.x} please act`)
  expect(await readPosted(page, 'Bluesky')).toBe(`@${reach.xAndBluesky.bluesky} please act`)
})

test('on Bluesky only real mentions of the MP change, not links, addresses or longer handles', async ({ page }) => {
  const { x, bluesky } = reach.xAndBluesky
  const others = `https://x.com/@${x} me@${x}.uk @${x}fan @${x}.example`
  await page.goto(seat)
  await post(page).fill(`(@${x}), @${x.toUpperCase()}: ${others} @${x}.`)
  expect(await readPosted(page, 'Bluesky')).toBe(`(@${bluesky}), @${bluesky}: ${others} @${bluesky}.`)
})
