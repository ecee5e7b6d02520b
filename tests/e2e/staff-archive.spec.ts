import type { Page } from '@playwright/test'
import { base, expectDecent, invite, signIn } from './staff-site'
import { expect, test } from './test'

test.use({ site: 'STAFF' })
test.slow()

const enter = async (page: Page, email: string, role: string) => signIn(page, await invite(email, role))
const done = (page: Page, text: string) => expect(page.getByRole('status').filter({ hasText: text })).toBeFocused()

/** Reloads the public wall until it does, or doesn't, contain a text. */
async function expectWall(text: string, isThere: boolean) {
  await expect
    .poll(async () => (await (await fetch(`${base()}/supporters`)).text()).includes(text), { timeout: 20_000 })
    .toBe(isThere)
}

async function addOrganisation(page: Page, name: string) {
  await page.goto('/staff/supporters/new')
  await expect(page.locator('input[name="scripted"]').last()).toBeAttached()
  await page.getByLabel('Kind').selectOption('organisation')
  await page.getByLabel('Name on the wall').fill(name)
  await page.getByRole('button', { name: /publish/ }).click()
  await done(page, 'On the wall now.')
}

test('a supporter is archived, brought back, and deleted for good by an admin', async ({ page, browser }) => {
  await enter(page, 'arch@example.org', 'publisher')
  await addOrganisation(page, 'Arch Trust')
  await expectWall('Arch Trust', true)
  await page.getByRole('link', { name: 'Archive…' }).click()
  await expect(page.getByRole('heading', { name: 'Archive Arch Trust?' })).toBeVisible()
  await expect(page.getByText('bring them back for 30 days')).toBeVisible()
  await expectDecent(page)
  await page.getByRole('button', { name: 'Archive', exact: true }).click()
  await done(page, 'Archived.')
  await expectWall('Arch Trust', false)
  await expect(page.getByLabel('Name on the wall')).toBeDisabled()
  await expect(page.getByRole('link', { name: 'Delete for good now…' })).toHaveCount(0)
  await expectDecent(page)
  await page.getByRole('button', { name: 'Undo what was just done' }).click()
  await done(page, 'Undone.')
  await expectWall('Arch Trust', true)

  await page.getByRole('link', { name: 'Archive…' }).click()
  await page.getByRole('button', { name: 'Archive', exact: true }).click()
  await done(page, 'Archived.')
  await page.goto('/staff/supporters?query=arch')
  await expect(page.getByText('Nobody fits.')).toBeVisible()
  await page.getByLabel('Status').selectOption('Archived')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByText(/Deleted for good on \d+ \w+ \d{4}/)).toBeVisible()
  await expectDecent(page)
  await page.getByRole('button', { name: 'Bring back Arch Trust' }).click()
  await done(page, 'Brought back.')
  await expect(page).not.toHaveURL(/done=|undo=/)
  const saidAgain = page.getByRole('status').filter({ hasText: 'Brought back.' })
  for (const again of [() => page.reload(), () => page.goto('/staff').then(() => page.goBack())]) {
    await again()
    await expect(page.getByRole('heading', { name: 'Arch Trust', level: 1 })).toBeVisible()
    await expect(saidAgain).toHaveCount(0)
  }
  await expectWall('Arch Trust', false)
  await page.getByRole('link', { name: 'Archive…' }).click()
  await page.getByRole('button', { name: 'Archive', exact: true }).click()
  await done(page, 'Archived.')
  const address = page.url().split('?')[0] ?? ''

  const context = await browser.newContext({ baseURL: base() })
  const admin = await context.newPage()
  await enter(admin, 'arch-admin@example.org', 'admin')
  await admin.goto(address)
  await admin.getByRole('link', { name: 'Delete for good now…' }).click()
  await expectDecent(admin)
  await admin.getByRole('button', { name: 'Delete for good now' }).click()
  await done(admin, 'Deleted for good.')
  await admin.goto(address)
  await done(admin, 'There is no such supporter any more.')
  await expect(admin).toHaveURL('/staff/supporters')
  await context.close()
})

for (const javaScriptEnabled of [true, false])
  test(`who was only just added and is undone is gone, which the list says, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ baseURL: base(), javaScriptEnabled })
    const page = await context.newPage()
    await enter(page, `arch-added-${javaScriptEnabled}@example.org`, 'publisher')
    await page.goto('/staff/supporters/new')
    if (javaScriptEnabled) await expect(page.locator('input[name="scripted"]').last()).toBeAttached()
    await page.getByLabel('Kind').selectOption('organisation')
    await page.getByLabel('Name on the wall').fill(`Added ${javaScriptEnabled}`)
    await page.getByRole('button', { name: /draft/ }).click()
    await page.getByRole('button', { name: 'Undo what was just done' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'Undone' })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Supporters', level: 1 })).toBeVisible()
    await context.close()
  })

for (const javaScriptEnabled of [true, false])
  test(`a link for a partner is archived, comes back and is deleted, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    const name = javaScriptEnabled ? 'Scripted partner' : 'Plain partner'
    const tag = javaScriptEnabled ? 'scripted-partner' : 'plain-partner'
    const context = await browser.newContext({ javaScriptEnabled, baseURL: base() })
    const page = await context.newPage()
    const look = async () => javaScriptEnabled && expectDecent(page) // axe is a script
    const said = (text: string) => expect(page.getByRole('status').filter({ hasText: text })).toBeVisible()
    await enter(page, `${tag}@example.org`, 'admin')
    await page.goto('/staff/figures/sources')
    await page.getByLabel('Who it’s for').fill(name)
    await page.getByLabel('Tag', { exact: true }).fill(tag)
    await page.getByRole('button', { name: 'Make the link' }).click()
    await said('The link is made')

    const archive = async () => {
      await page.getByRole('link', { name: `Archive ${name}` }).click()
      await expect(page.getByRole('heading', { name: `Archive the link “${name}”?` })).toBeVisible()
      await page.getByRole('button', { name: 'Archive', exact: true }).click()
      await said('Archived. It’s in no list, and still works.')
    }
    const archived = page.getByRole('region', { name: 'Archived' }).getByRole('listitem').filter({ hasText: name })
    const listed = page.getByRole('region', { name: 'What links brought' }).getByRole('heading', { name })
    await archive()
    await expect(listed).toHaveCount(0)
    await expect(archived).toContainText('0 opened or copied.')
    await look()
    await page.getByRole('button', { name: 'Undo what was just done' }).click()
    await said('Undone.')
    await expect(listed).toBeVisible()
    await archive()
    await page.getByRole('button', { name: `Bring back ${name}` }).click()
    await said('Brought back.')
    await expect(listed).toBeVisible()
    await archive()

    const visitor = await context.newPage()
    await visitor.goto(`/?s=${tag}`)
    await expect(visitor.getByRole('heading', { level: 1 })).toBeVisible()
    await archived.getByRole('link', { name: 'Delete for good now' }).click()
    await look()
    await page.getByRole('button', { name: 'Delete for good now' }).click()
    await said('Deleted for good.')
    await expect(page.getByText(name)).toHaveCount(0)
    await context.close()
  })
