import { base, expectDecent, readSite, run, signInAs } from './staff-site'
import { expect, test } from './test'

test.use({ site: 'STAFF' })
test.slow()
test.describe.configure({ mode: 'default' }) // serial: they share one directory

const control = (what: string) => fetch(`${process.env.E2E_MEMBERS_API}/control/${what}`)
const publicPage = async (path: string) => (await fetch(base() + path)).text()

test('an editor sees every constituency with sources and ages, and can’t change any', async ({ page }) => {
  await signInAs(page, 'dir-ed', 'editor')
  await page.getByRole('link', { name: 'Directory', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'All 650 seats' })).toBeVisible()
  await page.setViewportSize({ width: 1280, height: 900 })
  const rows = await page.locator('.directory-list > li').evaluateAll((all) => all.map((one) => one.clientHeight))
  expect(rows.slice(0, 20).reduce((sum, height) => sum + height, 0)).toBeLessThanOrEqual(900)
  await page.getByRole('link', { name: 'Next page' }).click()
  await expect(page.getByText('Page 2 of 26')).toBeVisible()
  const form = page.getByRole('search', { name: 'Seats' })
  await form.getByLabel('Seat or MP').fill('ynys')
  await form.getByRole('button').click()
  await expect(page.getByRole('heading', { name: '1 seat', exact: true })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'Ynys Môn' })).toContainText('Llinos Medi')
  await page.goto('/staff/directory?nation=Northern+Ireland&show=no-email')
  await expect(page.getByRole('heading', { name: 'West Tyrone' })).toBeVisible()
  await page.goto('/staff/directory?q=zzzz')
  await expect(page.getByText('Nothing fits.')).toBeVisible()
  await page.goto('/staff/directory/no-such-seat')
  await expect(page).toHaveURL(`${base()}/staff/directory`)

  await page.goto('/staff/directory/ynys-mon')
  await expect(page.getByRole('definition').filter({ hasText: /@parliament\.uk/ })).toContainText(
    /Parliament, checked (today|yesterday|\d+ days ago)/,
  )
  await expect(page.getByText('A publisher can add one.')).toBeVisible()
  await expect(page.getByText('Correct the email')).toHaveCount(0)
  await expectDecent(page)
  await page.goto('/staff/directory/syncs')
  await expect(page.getByText('A publisher can check now.')).toBeVisible()
})

test('an email is corrected by keyboard alone, reaches visitors, and can be removed once the source agrees', async ({
  page,
}) => {
  await signInAs(page, 'dir-pub', 'publisher')
  await page.goto('/staff/directory/na-h-eileanan-an-iar')
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const tabTo = async (name: string) => {
    const focused = () =>
      page.evaluate(() =>
        document.activeElement?.matches('a, input')
          ? document.activeElement.textContent || document.activeElement.getAttribute('name')
          : '',
      )
    for (let presses = 0; presses < 60 && (await focused()) !== name; presses++) await press('Tab')
    expect(await focused()).toBe(name)
  }
  await tabTo('Correct the email')
  await press('Enter')
  await expect(page.getByRole('heading', { name: 'Correct the email' })).toBeVisible()
  await tabTo('value')
  await press('Control+a')
  await page.keyboard.type('office')
  await tabTo('reason')
  await page.keyboard.type('The office told us')
  await press('Enter')
  const problem = page.getByRole('group', { name: 'There is a problem' })
  await expect(problem).toBeFocused()
  await expectDecent(page)
  await press('Tab', 'Enter')
  await expect(page.getByRole('textbox', { name: 'Email' })).toBeFocused()
  await expect(page.getByRole('textbox', { name: 'Email' })).toHaveValue('office')
  await press('Control+a')
  await page.keyboard.type('office@isles.example')
  await press('Enter')
  await expect(page.getByRole('status')).toHaveText('Saved. Visitors get it within a few seconds.')
  const card = page.getByRole('listitem').filter({ hasText: 'Email: office@isles.example' })
  await expect(card).toContainText('In use. The source says: ')
  await expect(card).toContainText('By dir-pub')
  await expectDecent(page)
  await expect
    .poll(() => publicPage('/take-action/na-h-eileanan-an-iar'), { timeout: 40_000 })
    .toContain('office@isles.example')

  const [before] = [await page.getByText(/The source says: /).textContent()]
  const source = /says: (\S+@\S+\.uk)/.exec(before ?? '')?.[1] ?? ''
  const write = (email: string) =>
    run(
      `UPDATE "Member" SET "email" = ? WHERE "id" = (SELECT "memberId" FROM "Seat" WHERE "slug" = 'na-h-eileanan-an-iar')`,
      email,
    )
  write('Office@isles.example')
  await page.reload()
  await expect(card).toContainText('The source says the same by now: you can remove it.')
  await page.goto('/staff/directory?show=settled')
  await expect(page.getByRole('heading', { name: 'Na h-Eileanan an Iar' })).toBeVisible()
  await page.getByRole('link', { name: 'Na h-Eileanan an Iar' }).click()
  await page.getByRole('button', { name: 'Remove the correction: Email' }).click()
  await expect(page.getByRole('status')).toHaveText('Removed. Visitors get what the source says.')
  await expect(page.getByText('There is none for this seat.')).toBeVisible()
  write(source)
  await page.goto('/staff/log?entity=directory')
  await expect(
    page
      .getByRole('listitem')
      .filter({ hasText: 'removed a correction' })
      .filter({ hasText: 'office@isles.example' })
      .first(),
  ).toContainText('dir-pub')
})

test('a check with Parliament reports progress, finds an MP who left, and updates the wall', async ({
  page,
  browser,
  consoleErrors,
}) => {
  const orkney = 1442
  await signInAs(page, 'dir-sync', 'publisher')
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: base() })
  const plain = await context.newPage()
  await signInAs(plain, 'dir-sync-plain', 'publisher')
  await page.goto('/staff/supporters/import')
  const file = `kind,name,parliament id,status,position\nmp,,${orkney},published,900001\n`
  await page
    .getByLabel('A file of supporters')
    .setInputFiles({ name: 'one.csv', mimeType: 'text/csv', buffer: Buffer.from(file) })
  await page.getByRole('button', { name: 'Check the file' }).click()
  await page.getByRole('button', { name: 'Apply the file: 1 new, 0 changed' }).click()
  await expect(page.getByRole('group', { name: 'Done' })).toContainText('1 supporter added')

  await page.goto('/staff/directory/syncs')
  await control(`vacate/${orkney}`)
  await control('slow')
  const button = page.getByRole('button', { name: 'Check with Parliament now' })
  await button.click()
  await expect(page.getByText(/^\d+ of 649$/)).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('progressbar', { name: 'Reading how each MP can be reached' })).toBeVisible()
  await expectDecent(page)
  await plain.goto('/staff/directory/syncs')
  await expect(plain.getByText('A check is running right now.')).toBeVisible()
  await plain.getByRole('button', { name: 'Check with Parliament now' }).click()
  await expect(plain.getByText('A check is running already.')).toBeVisible()
  await control('quick')
  await expect(page.getByRole('group', { name: 'Done' })).toBeFocused({ timeout: 60_000 })
  await expect(page.getByRole('group', { name: 'Done' })).toContainText(
    '1 change is written. Parliament lists 649 MPs.',
  )
  await expect(page.getByRole('group', { name: 'Done' })).toContainText(
    'Orkney and Shetland: vacant, was Mr Alistair Carmichael',
  )
  await expectDecent(page)
  await page.goto('/staff/log?entity=directory')
  await expect(page.getByRole('listitem').filter({ hasText: 'synced the directory' }).first()).toContainText('dir-sync')

  await page.goto('/staff')
  await page.getByRole('link', { name: '1 change of an MP on the wall waits for an answer.' }).click()
  const card = page.getByRole('listitem').filter({ hasText: 'Alistair Carmichael' })
  await expect(card).toContainText('Sits for Orkney and Shetland no longer.')
  await expectDecent(page)
  await card.getByRole('button', { name: /^Mark as former MP/ }).click()
  await expect(page.getByRole('status')).toHaveText('The wall calls them a former MP from now on.')
  await expect(card).toHaveCount(0)
  await page.goto('/staff/log?entity=supporter')
  await expect(page.getByRole('listitem').filter({ hasText: 'is former' }).first()).toContainText('dir-sync')

  // Leaving half way doesn't stop the check.
  await control(`seat/${orkney}`)
  await control('slow')
  await page.goto('/staff/directory/syncs')
  await button.click()
  await expect(page.getByText(/^\d+ of 650$/)).toBeVisible({ timeout: 60_000 })
  await page.goto('/staff/directory')
  await control('quick')
  await expect(async () => {
    await page.goto('/staff/directory/orkney-and-shetland')
    await expect(page.getByText('new MP Mr Alistair Carmichael, was vacant')).toBeVisible({ timeout: 100 })
  }).toPass({ timeout: 60_000 })

  // Without JavaScript, the response comes when the check is over; a failing source is reported.
  // The check before may still be at the MPs’ posts.
  await expect(async () => {
    await plain.getByRole('button', { name: 'Check with Parliament now' }).click()
    await expect(plain.getByText('Nothing has changed. Parliament lists 650 MPs.')).toBeVisible({ timeout: 100 })
  }).toPass({ timeout: 90_000 })

  // Parliament has lost the addresses of many: nothing is changed until somebody says so.
  await control('hush/25')
  await page.goto('/staff/directory/syncs')
  await button.click()
  const question = page.getByRole('group', { name: 'There is a problem' })
  await expect(question).toContainText(/would remove the email address of \d+ MPs/, { timeout: 90_000 })
  await expectDecent(page)
  const missing = () => readSite('SELECT COUNT(*) FROM "Member" WHERE "email" IS NULL AND "leftOn" IS NULL')[0]
  const before = Number(missing())
  await plain.goto('/staff/directory/syncs')
  await plain.getByRole('button', { name: 'Check with Parliament now' }).click()
  await plain.getByRole('button', { name: 'These changes are right: apply them' }).click()
  await expect(plain.getByText(/^\d+ changes are written\./)).toBeVisible({ timeout: 90_000 })
  expect(Number(missing())).toBeGreaterThan(before + 20)
  await control('speak')
  await question.getByRole('button', { name: 'These changes are right: apply them' }).click()
  await expect(page.getByRole('group', { name: 'Done' })).toContainText(/^.*\d+ changes are written\./, {
    timeout: 90_000,
  })
  expect(Number(missing())).toBe(before)

  await control('down')
  await page.goto('/staff/directory/syncs')
  await button.click()
  await expect(page.getByRole('group', { name: 'There is a problem' })).toContainText(
    'answered with status 503. The directory is as it was.',
    { timeout: 90_000 },
  )
  await control('up')
  // A lost connection and an expired session are reported too.
  await page.route('**/staff/api/sync', (route) => route.abort())
  await button.click()
  await expect(page.getByRole('group', { name: 'There is a problem' })).toContainText('The connection was lost')
  await page.unroute('**/staff/api/sync')
  run(`DELETE FROM "Session" WHERE "userId" = (SELECT "id" FROM "User" WHERE "email" = 'dir-sync@example.org')`)
  await button.click()
  await expect(page.getByRole('dialog')).toContainText('Sign in as dir-sync')
  expect(consoleErrors.splice(0)).toEqual([expect.stringContaining('ERR_FAILED')])
  run(`DELETE FROM "Supporter" WHERE "memberId" = ?`, orkney)
  await context.close()
})
