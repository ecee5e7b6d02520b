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

test('what is restored over somebody’s change is compared with it; what isn’t saved isn’t published unasked', async ({
  page,
  browser,
}) => {
  await signInAs(page, 'restorer', 'publisher')
  const context = await browser.newContext({ baseURL: base() })
  const other = await context.newPage()
  await signInAs(other, 'overtaker', 'publisher')
  for (const each of [page, other]) {
    await each.goto('/staff/texts/pictures')
    await expect(each.locator('input[name="scripted"]').last()).toBeAttached()
  }
  const first = (each: typeof page) => each.locator('form textarea').first()
  await first(page).fill('Mine')
  await expect.poll(() => page.evaluate(() => JSON.stringify({ ...localStorage }))).toContain('Mine')
  await first(other).fill('Theirs')
  await other.getByRole('button', { name: 'Save as a draft' }).click()
  await expect(other.getByRole('status').filter({ hasText: 'Saved as a draft.' })).toBeVisible()

  await first(other).fill('Theirs, not saved')
  const asked = other.waitForEvent('dialog')
  const publish = other.getByRole('button', { name: 'Publish this draft' }).click()
  const dialog = await asked
  expect(dialog.message()).toContain('isn’t saved')
  await dialog.dismiss()
  await publish
  await expect(first(other)).toHaveValue('Theirs, not saved')
  await expect(other.getByRole('button', { name: 'Publish this draft' })).toBeVisible()

  page.on('dialog', (leaving) => void leaving.accept())
  await page.reload()
  await expect(page.getByText('you choose field by field')).toBeVisible()
  await page.getByRole('button', { name: /^Restore what you typed/ }).click()
  await expect(first(page)).toHaveValue('Mine')
  await page.getByRole('button', { name: 'Save as a draft' }).click()
  await expect(page.getByRole('group', { name: 'There is a problem' })).toContainText('Saved by overtaker')
  await context.close()
})
