import type { Locator } from '@playwright/test'
import { base, expectDecent, invite, signIn } from './staff-site'
import { open, post, rowOf, save, tabTo, write } from './staff-rules'
import { expect, test } from './test'

test.use({ site: 'STAFF' })
// Serial, and all tests that publish here: another publication overtakes a check.
test.describe.configure({ mode: 'default' })
test.slow()

const seat = 'Aberdeen South'

test('a rule that breaks a constituency’s message is refused, corrected and published; visitors get it, and it is switched off again', async ({
  page,
}) => {
  await signIn(page, await invite('rules-pub@example.org', 'publisher'))
  await page.getByRole('link', { name: 'Messages', exact: true }).click()
  await page.getByRole('link', { name: 'Make a new rule' }).click()
  await write(page, 'Isles', 'Hello {mp_nmae}', seat)
  await page.getByRole('button', { name: 'Save as a draft' }).click()
  await expect(page.getByRole('group', { name: 'There is a problem' })).toBeFocused()
  await page.getByRole('link', { name: /^Post: Line 1: there is no field called \{mp_nmae\}/ }).click()
  await expect(post(page)).toBeFocused()
  await expect(post(page)).toHaveValue('Hello {mp_nmae}')
  await expect(page.getByText('There is no preview while something in the texts is wrong')).toBeVisible()
  await expectDecent(page)

  await post(page).fill('Children deserve better,  please act.')
  await post(page).evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(25, 25))
  await page.getByRole('group', { name: 'Put into “Post”' }).getByRole('button', { name: 'MP’s handle' }).click()
  await expect(post(page)).toHaveValue('Children deserve better, {mp_handle} please act.')
  await page.getByLabel('As the MP of').selectOption({ label: 'Ashford – Sojan Joseph' })
  await expect(page.getByText('Children deserve better, @sojanuk please act.')).toBeVisible()
  await expect(page.getByText('X: 45 of 280')).toBeVisible()
  await expect(page.getByText(/^Email link: \d+ of 1,800$/)).toBeVisible()
  await post(page).fill(`Children deserve better. {constituency} ${'too '.repeat(80)}long.`)
  await expect(page.getByText(/^the post is 3\d\d long on X, of 280$/)).toBeVisible()
  await save(page)

  // Just before the last rule it serves nobody: the rule for Scotland comes first, until it is moved.
  await page.getByRole('link', { name: 'All rules' }).click()
  const row = rowOf(page, 'Isles')
  const readPlace = async () => Number(/^\d+/.exec((await row.textContent()) ?? '')?.[0])
  for (let place = await readPlace(); place > 1; place = await readPlace()) {
    await row.getByRole('button', { name: 'Move up Isles' }).click()
    await expect.poll(readPlace).toBeLessThan(place)
    await expect(page.getByRole('status')).toHaveText(/^“Isles” is now number \d+ of \d+\.$/)
  }
  await expectDecent(page)
  await page.goto('/staff/messages/proof')
  await page.getByRole('checkbox', { name: 'Isles (new)' }).check()
  await page.getByRole('button', { name: 'Check these' }).click()
  await expect(
    page
      .getByRole('region', { name: 'Errors' })
      .getByText(/the post is (about )?[\d,]+ (characters too long|long) on/)
      .first(),
  ).toBeVisible()
  await expect(page.getByText('Nothing can be published until they’re put right.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Publish for visitors' })).toHaveCount(0)
  await expectDecent(page)
  await page.getByRole('link', { name: 'Edit the rule' }).first().click()
  await expect(page.getByText(/^To .+, from a visitor in /)).toBeVisible() // hydrated: earlier, it would undo the selection made by fill
  await post(page).fill('Children in {constituency} deserve better. Please act, {mp_name}.')
  await save(page)
  await page.getByRole('link', { name: 'Check and publish this draft' }).click()
  await expect(page.getByText('No errors: each of the 650 constituencies gets a message')).toBeVisible()
  await expect(
    page.getByRole('region', { name: 'Now: 1 constituency', exact: true }).getByRole('row', { name: seat }),
  ).toContainText('ScotlandIsles')
  await expectDecent(page)
  await page.getByRole('button', { name: 'Publish for visitors' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Published. Visitors get it now.' })).toBeVisible()

  await expect(row).toContainText('1 seat gets it now.')
  await expect
    .poll(async () => (await fetch(`${base()}/take-action/aberdeen-south`)).text(), { timeout: 30_000 })
    .toContain('Children in Aberdeen South deserve better.')
  await row.getByRole('button', { name: 'Switch off Isles' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Paused.' })).toBeVisible()
  await expect(rowOf(page, 'Isles').getByRole('list', { name: 'State' })).toHaveText('Off')
  await page.getByRole('button', { name: 'Switch off England and Wales, and all others' }).click()
  await expect(page.getByRole('group', { name: 'There is a problem' })).toContainText(
    'Then some messages could not be sent:',
  )
  await expectDecent(page)
  await page.goto('/staff/log?entity=message-rule')
  await expect(page.getByRole('listitem').filter({ hasText: 'switched a message on or off' }).first()).toContainText(
    'rules-pub',
  )
})

test('an overtaken check publishes nothing', async ({ page, browser }) => {
  await signIn(page, await invite('rules-eve@example.org', 'publisher'))
  await write(page, 'Overtaken', 'Words for {mp_name}.', 'Ashford')
  await save(page)
  await page.getByRole('link', { name: 'Check and publish this draft' }).click()
  await expect(page.getByRole('button', { name: 'Publish for visitors' })).toBeVisible()
  const context = await browser.newContext({ baseURL: base() })
  const other = await context.newPage()
  await signIn(other, await invite('rules-eva@example.org', 'editor'))
  await open(other, 'Overtaken')
  await post(other).fill('Other words.')
  await save(other)
  await page.getByRole('button', { name: 'Publish for visitors' }).click()
  await expect(page.getByRole('group', { name: 'There is a problem' })).toContainText(
    'Nothing is published: someone has changed something since this check.',
  )
  await page.goto('/staff/messages')
  await expect(rowOf(page, 'Overtaken')).toContainText('Draft, never published')
  await context.close()
})

test('by keyboard alone: write, insert, preview, save, move, compare, restore', async ({ page }) => {
  await signIn(page, await invite('rules-key@example.org', 'publisher'))
  const press = async (target: Locator) => {
    await tabTo(page, target)
    await page.keyboard.press('Enter')
  }
  await press(page.getByRole('link', { name: 'Messages', exact: true }))
  await expect(page.getByRole('heading', { level: 1, name: 'Messages' })).toBeVisible()
  await press(page.getByRole('link', { name: 'Make a new rule' }))
  await expect(page.getByRole('heading', { level: 1, name: 'New rule' })).toBeVisible()
  await tabTo(page, page.getByLabel('Name of the rule'))
  await page.keyboard.type('Keys')
  await tabTo(page, post(page))
  await page.keyboard.type('For ')
  await press(page.getByRole('group', { name: 'Put into “Post”' }).getByRole('button', { name: 'Constituency' }))
  await page.keyboard.type('!')
  await expect(post(page)).toHaveValue('For {constituency}!')
  await tabTo(page, page.getByLabel('Subject of the email', { exact: true }))
  await page.keyboard.type('Subject')
  await tabTo(page, page.getByRole('textbox', { name: 'Email', exact: true }))
  await page.keyboard.type('Text')
  await press(page.locator('summary', { hasText: 'Nation: Any' }))
  await tabTo(page, page.getByLabel('Wales', { exact: true }))
  await page.keyboard.press('Space')
  await tabTo(page, page.getByLabel('Constituency', { exact: true }))
  await page.keyboard.type('Ynys')
  await tabTo(page, page.getByLabel('As the MP of'))
  await page.keyboard.type('Ynys')
  await expect(page.getByText('For Ynys Môn!')).toBeVisible()
  await press(page.getByRole('button', { name: 'Save as a draft' }))
  await expect(page.getByRole('status').filter({ hasText: 'Saved as a draft.' })).toBeFocused()
  await press(page.getByRole('link', { name: 'Check and publish this draft' }))
  await expect(page.getByRole('heading', { level: 1, name: 'Check' })).toBeVisible()
  await press(page.getByRole('button', { name: 'Publish for visitors' }))
  await expect(page.getByRole('status').filter({ hasText: 'Published.' })).toBeFocused()

  const up = page.getByRole('button', { name: 'Move up Keys' })
  const down = page.getByRole('button', { name: 'Move down Keys' })
  const names = () => page.getByRole('heading', { level: 2 }).allTextContents()
  const isAbove = async (one: string, other: string) =>
    (await names()).findIndex((name) => name.endsWith(one)) < (await names()).findIndex((name) => name.endsWith(other))
  const passed =
    (await names()).flatMap((name, at, all) => (all[at + 1]?.endsWith('Keys') ? [name.replace(/^\d+/, '')] : []))[0] ??
    ''
  await press(up)
  await expect.poll(() => isAbove('Keys', passed)).toBe(true)
  await expect(page.getByRole('status')).toHaveText(/^“Keys” is now number \d+ of \d+\.$/)
  await expect(up).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(down).toBeFocused()
  await page.keyboard.press('Enter')
  await expect.poll(() => isAbove(passed, 'Keys')).toBe(true)
  await expect(down).toBeFocused()

  await press(page.getByRole('link', { name: 'Keys', exact: true }))
  await expect(page.getByRole('heading', { level: 1, name: 'Keys' })).toBeVisible()
  await tabTo(page, post(page))
  await page.keyboard.press('Control+A')
  await page.keyboard.type('Other words')
  await press(page.getByRole('button', { name: 'Save as a draft' }))
  await expect(page.getByRole('status').filter({ hasText: 'Saved as a draft.' })).toBeFocused()
  await press(page.getByRole('link', { name: 'History' }))
  await expect(page.getByRole('heading', { level: 1, name: 'History of “Keys”' })).toBeVisible()
  await expect(page.getByRole('definition').locator('ins')).toHaveText([' [added: Other words] '])
  await expectDecent(page)
  await press(page.getByRole('button', { name: /^Restore as a draft: version/ }))
  await expect(page.getByRole('status').filter({ hasText: 'The earlier version is the draft now.' })).toBeFocused()
  await expect(post(page)).toHaveValue('For {constituency}!')
  await press(page.getByRole('link', { name: 'All rules' }))
  await press(page.getByRole('button', { name: 'Switch off Keys' }))
  await expect(page.getByRole('status').filter({ hasText: 'Paused.' })).toBeFocused()
})

test('without JavaScript: write with field names, preview, save, merge, publish, move, restore', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: base() })
  const page = await context.newPage()
  await signIn(page, await invite('rules-plain@example.org', 'publisher'))
  await write(page, 'Plain', 'Hello {nobody}', 'Ynys Môn')
  await expect(page.getByText('{mp_name} (MP’s name)').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'MP’s name' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Save as a draft' }).click()
  await expect(page.getByRole('link', { name: /^Post: Line 1: there is no field called \{nobody\}/ })).toBeVisible()
  await expect(page.getByLabel('Constituency', { exact: true })).toHaveValue(/^W\d{8}$/)
  await post(page).fill('Hello {mp_name}')
  await page.getByLabel('As the MP of').selectOption({ label: 'Ashford – Sojan Joseph' })
  await page.getByRole('button', { name: 'Show the preview' }).click()
  await expect(page.getByText('Hello Sojan Joseph')).toBeVisible()
  await expect(page.getByText('X: 18 of 280')).toBeVisible()
  await expect(page.getByLabel('Name of the rule')).toHaveValue('Plain')
  await page.getByLabel('From', { exact: true }).fill('2026-01-01T00:00')
  await page.getByRole('button', { name: 'Save as a draft' }).click()
  await expect(page.getByText('Saved as a draft.')).toBeVisible()

  const other = await context.newPage()
  await open(other, 'Plain')
  await post(page).fill('Hello there, {mp_name}')
  await page.getByRole('button', { name: 'Save as a draft' }).click()
  await expect(page.getByText('Saved as a draft.')).toBeVisible()
  await post(other).fill('Good day, {mp_name}')
  await other.getByRole('button', { name: 'Save as a draft' }).click()
  await expect(other.getByText('Someone else has saved this since you opened it.')).toBeVisible()
  await other.getByRole('group', { name: 'Post: you both changed it' }).getByLabel('Keep yours').check()
  await other.getByRole('button', { name: 'Save what I chose as the draft' }).click()
  await expect(other.getByText('Saved as a draft.')).toBeVisible()
  await expect(post(other)).toHaveValue('Good day, {mp_name}')

  await other.getByRole('link', { name: 'Check and publish this draft' }).click()
  await other.getByRole('button', { name: 'Publish for visitors' }).click()
  await expect(other.getByText('Published. Visitors get it now.')).toBeVisible()
  await other.getByRole('button', { name: 'Move up Plain' }).click()
  await expect(other.getByRole('status')).toHaveText(/^“Plain” is now number \d+ of \d+\.$/)
  await open(other, 'Plain')
  await post(other).fill('Something else')
  await other.getByRole('button', { name: 'Save as a draft' }).click()
  await other.getByRole('link', { name: 'History' }).click()
  await other.getByLabel('What it said in').selectOption({ index: 0 })
  await other.getByRole('button', { name: 'Compare' }).click()
  await expect(other.getByText('They say the same.').or(other.locator('del').first())).toBeVisible()
  await other
    .getByRole('button', { name: /^Restore as a draft/ })
    .first()
    .click()
  await expect(post(other)).toHaveValue('Good day, {mp_name}')
  await other.getByText('Discard draft').first().click()
  await other.getByRole('button', { name: 'Discard draft' }).click()
  await expect(other.getByText('The draft is discarded.')).toBeVisible()
  await other.getByRole('button', { name: 'Switch off Plain' }).click()
  await expect(other.getByText('Paused.')).toBeVisible()
  await context.close()
})
