import { base, expectDecent, invite, signIn } from './staff-site'
import { open, post, rowOf, save, write } from './staff-rules'
import { expect, test } from './test'

test.use({ site: 'STAFF' })
test.slow()

test('two editors at once: neither overwrites the other, and they merge', async ({ page, browser }) => {
  await signIn(page, await invite('rules-ann@example.org', 'editor'))
  await write(page, 'Shared', 'First words for {mp_name}.', 'Ashford')
  await save(page)
  const context = await browser.newContext({ baseURL: base() })
  const other = await context.newPage()
  await signIn(other, await invite('rules-ben@example.org', 'editor'))
  await open(other, 'Shared')

  await post(page).fill('Ann’s words for {mp_name}.')
  await page.getByLabel('Subject of the email', { exact: true }).fill('Ann’s subject')
  await save(page)

  await post(other).fill('Ben’s words for {mp_name}.')
  await other.getByLabel('Name of the rule').fill('Shared by two')
  await other.getByRole('button', { name: 'Save as a draft' }).click()
  const problem = other.getByRole('group', { name: 'There is a problem' })
  await expect(problem).toBeFocused()
  await expect(problem).toContainText('Someone else has saved this since you opened it.')
  await expect(problem).toContainText('Saved by rules-ann')
  const side = (name: string) => other.getByRole('group', { name })
  await expect(side('Name of the rule: only you changed it').getByLabel('Keep yours')).toBeChecked()
  await expect(side('Subject of the email: only they changed it').getByLabel('Keep theirs')).toBeChecked()
  const both = side('Post: you both changed it')
  await expect(both).toContainText('First words for {mp_name}.')
  await expect(both).toContainText('Ann’s')
  await expect(both).toContainText('Ben’s')
  await expect(both.getByRole('radio', { checked: true })).toHaveCount(0)
  await expectDecent(other)

  await side('Subject of the email').getByLabel('Keep yours').check()
  await other.getByRole('button', { name: 'Save what I chose as the draft' }).click()
  await expect(problem).toContainText('Choose yours or theirs for “Post”.')
  await expect(side('Subject of the email').getByLabel('Keep yours')).toBeChecked()
  await side('Subject of the email').getByLabel('Keep theirs').check()
  await both.getByLabel('Keep yours').check()

  // Before Ben saves, Ann saves once more: he is asked again, only about the new changes.
  await page.getByLabel('Subject of the email', { exact: true }).fill('Ann’s better subject')
  await save(page)
  await other.getByRole('button', { name: 'Save what I chose as the draft' }).click()
  await expect(problem).toContainText('Someone else has saved this')
  await expect(side('Subject of the email: only they changed it')).toContainText('better')
  await other.getByRole('button', { name: 'Keep editing' }).click()
  await expect(other.getByText('This is what you chose.')).toBeVisible()
  await expect(other.getByLabel('Subject of the email', { exact: true })).toHaveValue('Ann’s better subject')
  await expect(post(other)).toHaveValue('Ben’s words for {mp_name}.')
  await post(other).fill('Ann’s and Ben’s words for {mp_name}.')
  await save(other)
  await expect(other.getByRole('heading', { level: 1, name: 'Shared by two' })).toBeVisible()

  // Ann discards the draft she has open, which is out of date by now.
  await page.getByText('Discard draft').first().click()
  await page.getByRole('button', { name: 'Discard draft' }).click()
  await expect(page.getByRole('group', { name: 'There is a problem' })).toContainText(
    'Somebody else has changed something',
  )
  await page.reload()
  await expect(post(page)).toHaveValue('Ann’s and Ben’s words for {mp_name}.')

  // Ben discards it while Ann is writing: her text becomes a new rule.
  await post(page).fill('Still here.')
  await other.getByText('Discard draft').first().click()
  await other.getByRole('button', { name: 'Discard draft' }).click()
  await expect(other.getByRole('status').filter({ hasText: 'The draft is discarded.' })).toBeVisible()
  await page.getByRole('button', { name: 'Save as a draft' }).click()
  await expect(page.getByRole('group', { name: 'There is a problem' })).toContainText('discarded or archived this rule')
  await save(page)
  await expect(post(page)).toHaveValue('Still here.')
  await page.getByRole('link', { name: 'Check and publish this draft' }).click()
  await expect(page.getByText('Ask a publisher to publish it')).toBeVisible()
  await context.close()
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
