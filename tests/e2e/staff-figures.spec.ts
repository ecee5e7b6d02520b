import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expectDecent, invite, readSite, run, signIn } from './staff-site'
import { expect, expectAccessible, expectReflow, test } from './test'

test.use({ site: 'STAFF' })
test.slow()

const readCsv = (file: string): string[][] => parse(readFileSync(file, 'utf8'), { bom: true })

test('a partner gets a link, its visitors count, and the figures show it', async ({ page, browser }) => {
  await signIn(page, await invite('figures@example.org', 'editor'))
  await page.getByRole('navigation', { name: 'Staff desk' }).getByRole('link', { name: 'Figures', exact: true }).click()
  await page.getByRole('link', { name: 'Links for partners' }).click()
  await page.getByRole('button', { name: 'Make the link' }).click()
  await expect(page.getByRole('group', { name: 'There is a problem' })).toBeFocused()
  await expect(page.getByRole('link', { name: 'Write something here.' })).toBeVisible()
  await page.getByLabel('Who it’s for').fill('Partner of the test')
  await page.getByLabel('Tag', { exact: true }).fill('two words')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: 'Write something here.' })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Use 1 to 40 letters' })).toBeVisible()
  await expect(page.getByLabel('Who it’s for')).toHaveValue('Partner of the test')
  await page.getByLabel('Tag', { exact: true }).fill('test-partner')
  await page.getByRole('button', { name: 'Make the link' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'The link is made' })).toBeVisible()
  await expectDecent(page)
  const card = page.getByRole('listitem').filter({ hasText: 'Partner of the test' })
  await expect(card).toContainText('It hasn’t brought anyone yet.')
  const link = (await card.getByText('?s=test-partner').textContent()) ?? ''

  const visitor = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await visitor.goto(`/take-action/ashford${new URL(link).search}`)
  await visitor.getByRole('button', { name: 'X', exact: true }).click()
  await expect.poll(() => readSite('SELECT count FROM SourceTotal WHERE source = ?', 'test-partner')).toEqual([1])
  await visitor.context().close()

  await page.reload()
  await expect(card).toContainText('1 opened or copied')
  await page.goto('/staff/figures')
  await page.getByRole('link', { name: '7 days' }).click()
  await expect(page.getByRole('img', { name: 'Opened, by day' })).toBeVisible()
  await page.getByText('The figures as a table').last().click()
  await expect(page.getByRole('row', { name: /^Partner of the test 1 0$/ })).toBeVisible()
  await expectDecent(page)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'by source' }).click()
  expect(readCsv(await (await download).path())).toContainEqual([
    'test-partner',
    '1',
    ...Array.from({ length: 17 }, () => '0'),
  ])
})

test('all constituencies, sorted, and as a file', async ({ page }) => {
  await signIn(page, await invite('seats@example.org', 'editor'))
  await page.goto('/staff/figures/seats')
  await page.getByRole('link', { name: 'Seat', exact: true }).click()
  await expect(page.getByRole('columnheader', { name: 'Seat' })).toHaveAttribute('aria-sort', 'ascending')
  await expect(page.getByRole('row')).toHaveCount(651)
  await expect(page.getByRole('row').nth(1)).toContainText('Aberafan Maesteg')
  await expectAccessible(page) // only once: it takes long for 3,250 cells
  await page.setViewportSize({ width: 360, height: 640 })
  await expectReflow(page)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'As a file for a spreadsheet' }).click()
  expect(readCsv(await (await download).path())).toHaveLength(651)
})

test('an invalid or too long range becomes the last 28 days', async ({ page }) => {
  await signIn(page, await invite('days@example.org', 'editor'))
  await page.goto('/staff/figures?from=2000-01-01&to=2026-01-01')
  await expect(page.getByRole('link', { name: '28 days' })).toHaveAttribute('aria-current', 'true')
})

test('an admin saves the settings, every page shows them, and two admins don’t overwrite each other', async ({
  page,
  browser,
}) => {
  run(`DELETE FROM "CampaignSettings"`)
  await signIn(page, await invite('settings@example.org', 'admin'))
  await page.getByRole('link', { name: 'Settings', exact: true }).click()
  const context = await browser.newContext()
  const other = await context.newPage()
  await signIn(other, await invite('settings-2@example.org', 'admin'))
  await other.goto('/staff/settings')

  await page.getByLabel('Handle on X').fill('@no good')
  await page.getByLabel('Notice', { exact: true }).fill('**Meeting** on Monday: [come along](/about).')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('link', { name: /A handle on X has/ })).toBeVisible()
  await expect(page.getByLabel('Notice', { exact: true })).toHaveValue(/Meeting/)
  await page.getByLabel('Handle on X').fill('')
  await page.getByLabel('Name', { exact: true }).fill('Ann Example')
  await page.getByLabel('Organisation').fill('Example Charity')
  await page.getByLabel('Contact email').fill('hello@charity.example')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible()
  await expectDecent(page)

  const visitor = await (await browser.newContext()).newPage()
  for (const path of ['/', '/privacy', '/take-action/ashford', '/find/scotland']) {
    await expect
      .poll(async () => (await visitor.goto(path), visitor.getByRole('region', { name: 'Notice' }).count()), {
        message: path,
      })
      .toBe(1)
    await expectDecent(visitor)
  }
  await expect(visitor.getByRole('link', { name: 'come along' })).toHaveAttribute('href', '/about')
  await expect(visitor.getByRole('contentinfo')).toContainText('This site is run by Example Charity.')
  await visitor.goto('/privacy')
  await expect(visitor.getByText('Example Charity decides how this site uses personal data.')).toBeVisible()
  const security = await visitor.request.get('/.well-known/security.txt')
  expect(await security.text()).toContain('Contact: mailto:hello@charity.example')

  await other.getByLabel('Name', { exact: true }).fill('Bob Example')
  await other.getByRole('button', { name: 'Save' }).click()
  const problem = other.getByRole('group', { name: 'There is a problem' })
  await expect(problem).toBeFocused()
  await expect(problem).toContainText('Someone else has saved this since you opened it.')
  await expect(problem).toContainText('Saved by settings')
  const notice = other.getByRole('group', { name: 'Notice: only they changed it' })
  await expect(notice).toContainText('**Meeting** on Monday')
  await expect(notice.getByLabel('Keep theirs')).toBeChecked()
  const name = other.getByRole('group', { name: 'Name: you both changed it' })
  await expect(name.getByRole('radio', { checked: true })).toHaveCount(0)
  await expectDecent(other)
  await name.getByLabel('Keep yours').check()
  await other.getByRole('button', { name: 'Save what I chose' }).click()
  await expect(other.getByRole('status').filter({ hasText: 'Saved.' })).toBeFocused()
  await expect(other.getByLabel('Name', { exact: true })).toHaveValue('Bob Example')
  const typed = other.getByRole('textbox', { name: 'Notice' })
  await expect(typed).toHaveValue(/Meeting/) // only the other one changed it
  await typed.fill('')
  await other.getByRole('button', { name: 'Save' }).click()
  await expect
    .poll(async () => (await visitor.goto('/privacy'), visitor.getByRole('region', { name: 'Notice' }).count()))
    .toBe(0)
  await other.getByLabel('Name', { exact: true }).fill('')
  const loaded = other.waitForEvent('load')
  await other.getByRole('button', { name: 'Save' }).click()
  await loaded
  await expect(other.getByText('Saved by settings-2')).toBeVisible()

  await other.goto('/staff/log?entity=setting')
  await expect(other.getByRole('button', { name: 'Undo' })).toHaveCount(1)
  await expect(other.locator('.staff-log > li').first()).toContainText(/minister name.*Bob Example/)
  await expectDecent(other)
  await other.getByRole('button', { name: 'Undo: changed the settings, campaign' }).click()
  await expect(other.getByRole('status').filter({ hasText: 'Undone.' })).toBeVisible()
  await other.goto('/staff/settings')
  await expect(other.getByLabel('Name', { exact: true })).toHaveValue('Bob Example')
  await other.getByLabel('Name', { exact: true }).fill('')
  await other.getByRole('button', { name: 'Save' }).click()
  await expect(other.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible()
  await context.close()
  await visitor.context().close()
})
