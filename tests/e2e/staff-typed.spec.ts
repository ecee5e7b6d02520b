import { base, expectDecent, invite, readSite, run, signIn, signInAs } from './staff-site'
import { expect, test } from './test'

/** Other tests use the same site, so only this person’s. */
const endSessions = (email: string) =>
  run('DELETE FROM "Session" WHERE "userId" = (SELECT "id" FROM "User" WHERE "email" = ?)', email)

test.use({ site: 'STAFF' })
test.slow() // several pages, and sign-ins in two tabs

test('a session that ends costs nothing that was typed', async ({ page, context }) => {
  await signInAs(page, 'typist', 'publisher')
  await page.goto('/staff/supporters/new')
  await page.getByLabel('Kind').selectOption('organisation')
  await page.getByLabel('Name on the wall').fill('The Kept Words Trust')
  await page.getByLabel('Notes').fill('Call them on Monday.')
  await expect(page.getByText('Unsaved changes')).toBeVisible()
  endSessions('typist@example.org')

  // Background requests say so in place.
  await page.getByLabel('Kind').selectOption('mp')
  await page.getByLabel('Find them in the House of Commons').fill('Smith')
  await expect(page.getByText('so the list can’t be searched')).toBeVisible()
  await page.getByLabel('Kind').selectOption('organisation')

  // Saving asks; signing in in another tab, and it goes on by itself once this tab is looked at again.
  await page.getByRole('button', { name: 'Save as a draft' }).last().click()
  const dialog = page.getByRole('dialog', { name: 'You’ve been signed out' })
  await expect(dialog).toBeVisible()
  await expectDecent(page)
  const other = await context.newPage()
  await signIn(other, await invite('typist@example.org', 'publisher'))
  await other.close()
  await dialog.getByRole('button', { name: 'I’ve signed in: go on' }).click()
  await expect(page.getByRole('status')).toContainText('Added.')
  await expect(page.getByLabel('Notes')).toHaveValue('Call them on Monday.')

  // Back, and press again: the first answer again, and no second supporter.
  await page.goBack()
  if ((await page.getByLabel('Name on the wall').inputValue()) === '') {
    await page.getByLabel('Kind').selectOption('organisation')
    await page.getByLabel('Name on the wall').fill('The Kept Words Trust')
    await page.getByLabel('Notes').fill('Call them on Monday.')
  }
  await page.getByRole('button', { name: 'Save as a draft' }).last().click()
  await expect(page.getByRole('status')).toContainText('Added.')
  expect(readSite('SELECT COUNT(*) FROM "Supporter" WHERE "name" = ?', 'The Kept Words Trust')).toEqual([1])
})

test('signing in on the way comes back to the same page with the same text; signing out erases it', async ({
  page,
}) => {
  await signInAs(page, 'returner', 'editor')
  const address = '/staff/messages/new?copy=1'
  await page.goto(address)
  await page.getByLabel('Name of the rule').fill('Typed before the session ended')
  endSessions('returner@example.org')
  await page.getByRole('button', { name: 'Save as a draft' }).click()
  await page.getByRole('button', { name: 'Sign in here and come back' }).click()
  await expect(page).toHaveURL(/sign-in\?next=/)
  await page.goto(`${await invite('returner@example.org', 'editor')}&next=${encodeURIComponent(address)}`)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(base() + address)
  await expect(page.getByText('What you typed is back in the form.')).toBeVisible()
  await expect(page.getByLabel('Name of the rule')).toHaveValue('Typed before the session ended')

  // Leaving asks, and what was typed is offered the next time.
  page.once('dialog', (dialog) => void dialog.accept())
  await page.goto('/staff/texts')
  await page.goto(address)
  await page.getByRole('button', { name: /^Restore what you typed on / }).click()
  await expect(page.getByLabel('Name of the rule')).toHaveValue('Typed before the session ended')
  await expect(page.getByRole('heading', { name: 'Post', exact: true })).toBeVisible() // the preview has come
  page.on('dialog', (dialog) => void dialog.accept())
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByText('You are signed out.')).toBeVisible()
  expect(
    await page.evaluate(() => Object.keys(window.localStorage).filter((key) => key.startsWith('desk typed'))),
  ).toEqual([])
})

test('a file is checked before it is sent, and one part of a page keeps the other', async ({ page }) => {
  await signInAs(page, 'logos', 'publisher')
  await page.goto('/staff/supporters?kind=organisation')
  await page.locator('.supporter-words a').first().click()
  await page.getByLabel('Notes').fill('These notes are not saved yet.')
  const logo = page.getByRole('region', { name: 'Logo' })
  await logo.locator('input[type=file]').setInputFiles({
    name: 'huge.png',
    mimeType: 'image/png',
    buffer: Buffer.alloc(7_000_000, 1),
  })
  await expect(
    logo.getByText('“huge.png” has 7.0 MB. A file can have at most 5 MB: choose a smaller one.'),
  ).toBeVisible()
  const red = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><rect width="64" height="64" fill="red"/></svg>',
  )
  await logo.locator('input[type=file]').setInputFiles({ name: 'red.svg', mimeType: 'image/svg+xml', buffer: red })
  await logo.getByRole('button', { name: /^(Upload|Save) the logo$/ }).click()
  await expect(logo.getByText('Say in words what the logo shows.').first()).toBeVisible()
  // The chosen file is still there.
  expect(await logo.locator('input[type=file]').evaluate((field: HTMLInputElement) => field.files?.[0]?.name)).toBe(
    'red.svg',
  )
  await logo.getByLabel('Description for screen readers').fill('A red square')
  await logo.getByLabel('Day on which they allowed us to show it').fill('2026-11-01')
  await logo.getByRole('button', { name: /^(Upload|Save) the logo$/ }).click()
  await expect(page.getByRole('status')).toContainText('logo')
  await expect(page.getByLabel('Notes')).toHaveValue('These notes are not saved yet.')
  await page
    .getByRole('button', { name: /^Save( on the wall| the draft)?$/ })
    .last()
    .click()
  await expect(page.getByRole('status')).toContainText('Saved.')
})
