import { expect, expectAccessible, test } from './test'

/** What people type, the outcome, and what its answer offers; `page` goes straight to the MP. */
const inputs: [typed: string, outcome: string, offers: string][] = [
  ['12 High Street, Manchester M1 1AE', 'page', '/take-action/manchester-central'],
  ['M14%205AA', 'page', '/take-action/manchester-rusholme'],
  ['М14 5АА', 'page', '/take-action/manchester-rusholme'], // Cyrillic
  ['Ml4 5AA', 'found', '/take-action/manchester-rusholme'],
  ['M14 5AA or SW1A 1AA', 'several-postcodes', '/take-action/cities-of-london-and-westminster'],
  ['M14', 'half-postcode', '/take-action/manchester-rusholme'],
  ['Rt Hon Sir Keir Starmer KC MP', 'names', '/take-action/holborn-and-st-pancras'],
  ['Edward Miliband', 'names', '/take-action/doncaster-north'],
  ['Kemi Badenock', 'names', '/take-action/north-west-essex'],
  ['Ynys Mon', 'names', '/take-action/ynys-mon'],
  ['Penzance', 'names', '/take-action/st-ives'],
  ['London', 'names', '/take-action/battersea'],
  ['BT7 1NN', 'northern-ireland', '/take-action/belfast-east'],
]

const boxes = [
  ['/take-action', 'Your postcode', 'Find my MP'],
  ['/find', 'Constituency or MP’s name', 'Search'],
] as const

for (const isScripted of [true, false]) {
  test.describe(isScripted ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: isScripted, site: 'OFFLINE' })

    // Both boxes have one engine and one answer, so each takes half of the inputs.
    for (const [isSearch, [path, label, button]] of boxes.entries())
      test(`${path} leads from what people type to their MP`, async ({ page }) => {
        for (const [typed, outcome, offers] of inputs.filter((_, at) => at % 2 === isSearch))
          await test.step(`“${typed}” leads to ${offers}`, async () => {
            await page.goto(path)
            await page.getByLabel(label).fill(typed)
            await page.getByRole('button', { name: button }).click()
            if (outcome === 'page') return expect(page).toHaveURL(offers)
            const answer = page.locator(`[data-outcome=${outcome}]`)
            await expect(answer.locator(`a[href="${offers}"]`)).toBeVisible()
            await expect(answer).toBeFocused()
            await expect(page.getByRole('textbox', { name: label })).toHaveValue(typed)
            expect(page.url()).toMatch(new RegExp(`${path}$`))
          })
        if (isScripted) await expectAccessible(page) // the last answer, the longest of its kind
      })

    test('the box of the page that is missing finds an MP, and answers too', async ({ page, consoleErrors }) => {
      await page.goto('/nothing-here')
      await page.getByLabel('Your postcode').fill('M14 5AA')
      await page.getByRole('button', { name: 'Find my MP' }).click()
      await expect(page).toHaveURL('/take-action/manchester-rusholme')
      await page.goto('/nothing-here')
      await page.getByLabel('Your postcode').fill('Penzance')
      await page.getByRole('button', { name: 'Find my MP' }).click()
      await expect(page.locator('[data-outcome=names] a[href="/take-action/st-ives"]')).toBeVisible()
      // The pages that are missing.
      expect(consoleErrors.splice(0).every((message) => message.includes('status of 404'))).toBe(true)
    })
  })
}

test('a name is not kept as the postcode of the letter, and of an address only the postcode is', async ({ page }) => {
  await page.goto('/take-action')
  const kept = () => page.evaluate(() => sessionStorage.getItem('sender_postcode'))
  await page.getByLabel('Your postcode').fill('Diane Abbott')
  await page.getByRole('button', { name: 'Find my MP' }).click()
  await expect(page.locator('[data-outcome=names]')).toBeVisible()
  expect(await kept()).toBeNull()
  await page.getByLabel('Your postcode').fill('12 high street, m1 1ae')
  await page.getByRole('button', { name: 'Find my MP' }).click()
  await expect(page).toHaveURL('/take-action/manchester-central')
  expect(await kept()).toBe('M1 1AE')

  // Where somebody lives stays with that constituency; who they are goes along.
  const postcode = page.getByLabel('Your postcode')
  await expect(postcode).toHaveValue('M1 1AE')
  await page.getByLabel('Your name').fill('Ann Example')
  await page.goto('/take-action/bath')
  await expect(page.getByLabel('Your name')).toHaveValue('Ann Example')
  await expect(postcode).toHaveValue('')
  await page.getByLabel('Why does this matter to you?').fill('I teach children.')
  await page.goto('/take-action/manchester-central')
  await expect(postcode).toHaveValue('M1 1AE')
})

test('misspelt addresses lead to the page they mean', async ({ page }) => {
  for (const [given, meant] of [
    ['/take-action/Ynys-M%C3%B4n', '/take-action/ynys-mon'],
    ['/take-action/ashford.', '/take-action/ashford'],
    ['/take-action/ashford%22', '/take-action/ashford'],
    ['/find/Wales', '/find/wales'],
    ['/asks', '/#asks'],
    ['/contact', '/about'],
  ] as const) {
    const answer = await page.goto(given)
    expect(answer?.status()).toBe(200)
    await expect(page).toHaveURL(meant)
  }
})
