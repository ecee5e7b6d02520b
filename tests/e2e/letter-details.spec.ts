import { introduce } from './introduce'
import { argument, ownWords, question, seat, send, signature } from './letter-page'
import { expect, test } from './test'

// What a letter says about the visitor, and where that goes.

test('clearing one’s details takes them out of what was edited too, and can be undone', async ({ page }) => {
  await page.goto(seat)
  await introduce(page)
  await signature(page).fill('Best wishes,\nAnn Example of Ashford')
  await argument(page).fill('My own argument.')
  await page.getByRole('button', { name: 'Clear my details' }).click()
  await expect(page.getByText('in the letter too')).toBeVisible()
  await expect(signature(page)).toHaveValue('Yours sincerely,\nA constituent in Ashford')
  await expect(argument(page)).toHaveValue('My own argument.')
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('Ann Example')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(signature(page)).toHaveValue('Best wishes,\nAnn Example of Ashford')
  await expect(page.getByLabel('Your name')).toHaveValue('Ann Example')
})

test('half a postcode is asked for once, like none', async ({ page }) => {
  await page.goto(seat)
  await introduce(page)
  await page.getByLabel('Your postcode').fill('tn23')
  await send(page).click()
  await expect(page.locator('#nudge')).toContainText('Add the rest of your postcode')
  await page.getByLabel('Your postcode').fill('tn231aa')
  await expect(page.locator('#nudge')).toBeEmpty()
  await send(page).click()
  await expect(question(page)).toBeVisible()
})

test('a postcode from elsewhere is doubted before sending, and their own MP is one press away', async ({ page }) => {
  await page.goto(seat)
  await introduce(page)
  await page.getByLabel('Your postcode').fill('se5 8af')
  await send(page).click()
  const nudge = page.locator('#nudge')
  await expect(nudge).toContainText('SE5 8AF doesn’t seem to be in Ashford.')
  await page.getByLabel('Your postcode').fill('TN25 4AB')
  await expect(nudge).toBeEmpty() // its first half is in Ashford; more only the server could tell
  await page.getByLabel('Your postcode').fill('se5 8af')
  await page.reload()
  await send(page).click()
  await nudge.getByRole('link', { name: 'Find your own MP' }).click()
  await expect(page.getByLabel('Your postcode')).toHaveValue('SE5 8AF') // typed once is enough
  await page.getByRole('button', { name: 'Find my MP' }).click()
  await expect(page).toHaveURL(/\/take-action\/(?!ashford)/)
  await expect(page.getByLabel('Your name')).toHaveValue('Ann Example')
  await expect(page.getByLabel('Your postcode')).toHaveValue('SE5 8AF')
  await expect(ownWords(page)).toHaveValue('I teach children.')
})

test('who sends with a postcode from elsewhere all the same is not asked again', async ({ page }) => {
  await page.goto(seat)
  await introduce(page)
  await page.getByLabel('Your postcode').fill('SE5 8AF')
  await send(page).click()
  await page.getByRole('button', { name: 'Send as it is' }).click()
  await expect(question(page)).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a postcode from elsewhere is doubted beside the letter that is ready', async ({ page }) => {
    await page.goto(seat)
    await introduce(page)
    await page.getByLabel('Your postcode').fill('SE5 8AF')
    await send(page).click()
    const answer = page.locator('[data-outcome=composed]')
    await expect(answer).toContainText('SE5 8AF doesn’t seem to be in Ashford.')
    await expect(answer.getByRole('link', { name: 'Find your own MP' })).toHaveAttribute('href', '/take-action')
  })
})

test('who lives in the next constituency takes their address and their reason along', async ({ page }) => {
  await page.goto(seat)
  await introduce(page)
  await page.getByText('Not your constituency?').click()
  const next = page.locator('.other-seats a').first()
  const slug = (await next.getAttribute('href'))?.split('/').at(-1) ?? ''
  await next.click()
  await expect(page).toHaveURL(new RegExp(`/take-action/${slug}$`))
  await expect(page.getByLabel('Your postcode')).toHaveValue('TN23 1AA')
  await expect(page.getByLabel('Why does this matter to you?')).toHaveValue('I teach children')
  await expect(ownWords(page)).toHaveValue('I teach children.')
  await page.goto(seat)
  await expect(page.getByLabel('Your name')).toHaveValue('Ann Example')
  await expect(page.getByLabel('Your postcode')).toHaveValue('') // they live in the other one
})

test('an empty letter isn’t opened', async ({ page }) => {
  await page.goto(seat)
  await introduce(page)
  for (const part of await page.locator('[data-part] textarea').all()) await part.fill('')
  await send(page).click()
  await expect(page.getByText('Your letter is empty.')).toBeVisible()
  await expect(question(page)).toBeHidden()
})

test('on paper the address stands once, and there is room to sign', async ({ page }) => {
  await page.goto(seat)
  await introduce(page)
  await page.getByLabel('Your address').fill('7 Marker Close')
  await page.pdf() // fills in what is printed
  await expect(page.locator('#printed-sender')).toHaveText('7 Marker Close\nTN23 1AA')
  const body = await page.locator('#printed-body').textContent()
  expect(body).toMatch(/Yours sincerely,\n{4}Ann Example$/)
  expect(body).not.toContain('Marker Close')
})
