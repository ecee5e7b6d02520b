import type { Page } from '@playwright/test'
import { introduce } from './introduce'
import { argument, question, seat, send, signature } from './letter-page'
import { expect, test } from './test'

// What people do after they pressed: it didn't open, not yet, once more, undo.

test.use({ viewport: { width: 360, height: 740 } })
test.afterEach(({ consoleErrors }) => {
  const meant = /ERR_NAME_NOT_RESOLVED|ERR_FAILED/
  consoleErrors.splice(0, Infinity, ...consoleErrors.filter((text) => !meant.test(text)))
})

const failed = (page: Page) => page.getByText('Let’s try another way. Your letter is still here.')

/** Whether what has the focus can be seen, and not only a strip of it. */
const isFocusSeen = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement
    const box = element?.getBoundingClientRect()
    if (!element || !box) return false
    const at = [box.top + 4, Math.min(box.bottom, box.top + 40) - 4]
    return at.every((y) => element.contains(document.elementFromPoint(box.left + 8, y)))
  })

async function openInVain(page: Page) {
  await page.goto(seat)
  await introduce(page)
  await send(page).click()
  await expect(question(page)).toBeVisible()
  await expect(page.getByRole('button', { name: 'It didn’t open' })).toBeEnabled()
}

test('after “It didn’t open” the other ways are in view, with what to do; a second tap opens none', async ({
  page,
  context,
}) => {
  await openInVain(page)
  const button = await page.getByRole('button', { name: 'It didn’t open' }).boundingBox()
  if (!button) throw new Error('no button')
  await page.getByRole('button', { name: 'It didn’t open' }).click()
  await expect(failed(page)).toBeFocused()
  expect(await isFocusSeen(page)).toBe(true)
  const opened: string[] = []
  context.on('page', (other) => opened.push(other.url()))
  for (const name of ['Gmail', 'Outlook', 'Yahoo']) {
    const way = page.getByRole('button', { name, exact: true })
    await expect(way).toHaveAttribute('aria-disabled', 'true')
    await way.click({ force: true })
  }
  expect(opened).toEqual([])
  await page.getByRole('button', { name: 'Gmail', exact: true }).click() // waits until it can be pressed
  await expect(question(page)).toBeVisible()
})

test('by keyboard, every field is in view while the other ways are open', async ({ page }) => {
  await page.goto(seat)
  await page.getByText('Other ways').click()
  await page.getByLabel('Your name').focus()
  const hidden: string[] = []
  for (let presses = 0; presses < 18; presses++) {
    await page.keyboard.press('Tab')
    if (!(await isFocusSeen(page))) hidden.push(await page.evaluate(() => document.activeElement?.id ?? ''))
  }
  expect(hidden).toEqual([])
})

test('after “I haven’t sent it after all” the other ways no longer cover the letter', async ({ page }) => {
  await openInVain(page)
  await page.getByRole('button', { name: 'It didn’t open' }).click()
  await page.getByRole('button', { name: 'Gmail', exact: true }).click()
  await page.bringToFront()
  await page.getByRole('button', { name: 'Yes, sent' }).click()
  await page.getByRole('button', { name: 'I haven’t sent it after all' }).click()
  await expect(send(page)).toBeFocused()
  await expect(page.getByRole('button', { name: 'Gmail', exact: true })).toBeHidden()
})

test('two clearings are undone one after the other, and the thanks come back too', async ({ page }) => {
  await openInVain(page)
  await page.getByRole('button', { name: 'Yes, sent' }).click()
  await argument(page).fill('My own argument.')
  await page.getByRole('button', { name: 'Clear my details' }).click()
  await page.getByRole('button', { name: 'Clear everything on this page' }).click()
  await expect(argument(page)).not.toHaveValue('My own argument.')
  const undo = page.getByRole('button', { name: 'Undo', exact: true })
  await undo.click()
  await expect(page.getByText('Press Undo again for what you cleared before that.')).toBeVisible()
  await expect(argument(page)).toHaveValue('My own argument.')
  await expect(page.getByText('Thank you for standing with these children.')).toBeVisible()
  await expect(page.getByLabel('Your name')).toHaveValue('')
  await undo.click()
  await expect(page.getByText('Everything is back.')).toBeVisible()
  await expect(page.getByLabel('Your name')).toHaveValue('Ann Example')
  await expect(undo).toBeHidden()
})

test('an edited signature that lacks what was typed later says so, there and before sending', async ({ page }) => {
  await page.goto(seat)
  await signature(page).fill('Yours,\nJo Smith\nMum of two')
  await page.getByLabel('Why does this matter to you?').fill('I am a mother.')
  await page.getByLabel('Your postcode').fill('TN23 1AA')
  await page.getByLabel('Your name').fill('Jo Smith')
  await expect(page.getByText('so your name, address and postcode aren’t added to it')).toBeVisible()
  await send(page).click()
  await expect(page.locator('#nudge')).toContainText('Check your signature')
  await page.getByRole('button', { name: 'Check my signature' }).click()
  await expect(signature(page)).toBeFocused()
  await signature(page).fill('Yours,\nJo Smith\nMum of two\nTN23 1AA')
  await expect(page.locator('#nudge')).toBeEmpty()
  await expect(page.getByText('so your name, address and postcode aren’t added to it')).toBeHidden()
})

test('a signature that has everything, written another way, is left alone', async ({ page }) => {
  await page.goto(seat)
  await introduce(page)
  await page.getByLabel('Your address').fill('12 Long Lane\nAshford')
  await page.getByLabel('Your postcode').fill('tn231aa')
  await signature(page).fill('Yours, Ann Example (12 Long Lane, Ashford, TN23 1AA)')
  await send(page).click()
  await expect(question(page)).toBeVisible()
})

test('a letter that is emptied after the question isn’t sent as it is', async ({ page }) => {
  await page.goto(seat)
  await send(page).click()
  for (const part of await page.locator('[data-part] textarea').all()) await part.fill('')
  await page.getByRole('button', { name: 'Send as it is' }).click()
  await expect(page.getByText('Your letter is empty.')).toBeVisible()
  await expect(question(page)).toBeHidden()
})

test('Undo brings back what was cleared, and leaves what was typed since', async ({ page }) => {
  await page.goto(seat)
  await introduce(page)
  await argument(page).fill('My own argument.')
  await page.getByRole('button', { name: 'Clear everything on this page' }).click()
  await page.getByLabel('Your name').fill('Bea New')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(page.getByText('Everything is back, except where you’ve typed since.')).toBeVisible()
  await expect(page.getByLabel('Your name')).toHaveValue('Bea New')
  await expect(page.getByLabel('Your postcode')).toHaveValue('tn23 1aa')
  await expect(argument(page)).toHaveValue('My own argument.')
  await expect(signature(page)).toHaveValue(/Bea New\n.*TN23 1AA$/s)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, userAgent: 'second thoughts' })

  test('an untouched letter is answered in the page, which asks for a name', async ({ page }) => {
    await page.goto(seat)
    await send(page).click()
    const answer = page.locator('[data-outcome=composed]')
    await expect(answer).toContainText('It doesn’t have your name and your whole postcode yet')
    await expect(answer.getByRole('link', { name: 'Open it in your email app' })).toHaveAttribute('href', /^mailto:/)
    await page.getByLabel('Your name').fill('Jo Smith')
    await page.getByLabel('Your postcode').fill('TN23 1AA')
    await send(page).click()
    await expect(answer).toContainText('Your letter is ready.')
    await expect(answer).not.toContainText('yet')
  })

  test('a letter on paper has its date', async ({ page }) => {
    await page.goto(seat)
    await page.getByText('Other ways').click()
    await page.getByRole('button', { name: 'Print it as a letter' }).click()
    await expect(page.locator('#printed-date')).toHaveText(/^\d{1,2} [A-Z][a-z]+ \d{4}$/)
  })
})
