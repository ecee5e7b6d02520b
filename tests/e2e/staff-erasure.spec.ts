import { base, expectDecent, invite, signIn } from './staff-site'
import { expect, test } from './test'

test.use({ site: 'STAFF' })
test.slow()
test.describe.configure({ mode: 'default' }) // one after the other: they change the same text

test('an admin sees where a person’s data is, and erases it', async ({ page }) => {
  await signIn(page, await invite('erika@example.org', 'admin'))
  const settled = () => expect(page.locator('input[name="scripted"]').last()).toBeAttached()
  await page.goto('/staff/supporters/new')
  await settled()
  await page.getByLabel('Kind').selectOption('organisation')
  await page.getByLabel('Name on the wall').fill('The Erasable Trust')
  await page.getByLabel('Notes').fill('Ask Quentin Vanish, quentin.vanish@example.org.')
  await page.getByRole('button', { name: 'Save as a draft' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Added.' })).toBeFocused()
  const address = page.url().split('?')[0] ?? ''

  await page.getByRole('link', { name: 'Erase data' }).click()
  await settled()
  await expectDecent(page)
  await page.getByRole('button', { name: 'Look for it' }).click()
  await expect(page.getByRole('group', { name: 'There is a problem' })).toBeFocused()
  await expect(page.getByRole('link', { name: 'Write a name, an email address or a word.' })).toBeVisible()
  await page.getByLabel('Their name').fill('quentin vanish')
  await page.getByLabel('Their email address').fill('quentin.vanish@example.org')
  await page.getByRole('button', { name: 'Look for it' }).click()
  await expect(page.getByRole('group', { name: 'Where it is' })).toBeFocused()
  await expect(
    page.getByRole('heading', {
      name: 'Supporters: names, constituencies, links, notes and descriptions of logos (1)',
    }),
  ).toBeVisible()
  await expect(page.getByRole('link', { name: 'The Erasable Trust' })).toHaveAttribute(
    'href',
    new URL(address).pathname,
  )
  await expect(page.getByRole('heading', { name: 'Activity log (1)' })).toBeVisible()
  await expect(page.getByText('Ask Quentin Vanish').first()).toBeVisible()
  expect(page.url()).not.toContain('quentin')
  await expectDecent(page)
  await page.getByRole('button', { name: 'Erase it from 2 places for good' }).click()
  await expect(page.getByRole('group', { name: 'Done' })).toContainText('Erased from 1 place and 1 entry')
  await expectDecent(page)

  await page.goto(address)
  await expect(page.getByLabel('Notes')).toHaveValue('Ask (erased), (erased).')
  await page.goto('/staff/log')
  await expect(page.getByText('erased a person’s data').first()).toBeVisible()
  await expect(page.getByText('Quentin')).toHaveCount(0)
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('what is live is edited first; then its old versions go too', async ({ page }) => {
      const first = javaScriptEnabled ? 'Scripta' : 'Plaina'
      await signIn(page, await invite(`live-${first}@example.org`, 'admin'))
      const publish = async (text: string) => {
        await page.getByLabel('Credits').fill(text)
        await page.getByRole('button', { name: 'Save as a draft' }).click()
        await page.getByRole('button', { name: 'Publish this draft' }).click()
        await expect(page.getByRole('status').filter({ hasText: /^Published\./ })).toBeVisible()
        if (javaScriptEnabled) await expect(page.locator('input[name="scripted"]').last()).toBeAttached()
      }
      const look = async () => {
        await page.goto('/staff/erasure')
        await page.getByLabel('Their name').fill(`${first} vanish`)
        await page.getByRole('button', { name: 'Look for it' }).click()
        await expect(page.getByRole('group', { name: 'Where it is' })).toBeVisible()
      }
      await page.goto('/staff/texts/pictures')
      await publish(`${first} Vanish drew them.`)

      await look()
      await expect(page.getByRole('heading', { name: 'Texts that are live (1)' })).toBeVisible()
      await expect(page.getByRole('heading', { name: 'Activity log (2)' })).toBeVisible()
      if (javaScriptEnabled) await expectDecent(page)
      await page.getByRole('button', { name: 'Erase it from 2 places for good' }).click()
      await expect(page.getByRole('group', { name: 'Done' })).toContainText('Erased from 0 places and 2 entries')
      await expect.poll(async () => (await fetch(`${base()}/about`)).text()).toContain(`${first} Vanish drew them.`)

      await look()
      await expect(page.getByRole('button', { name: /^Erase it/ })).toHaveCount(0)
      await page.getByRole('link', { name: /^Edit it first: / }).click()
      await publish(`Friends drew them for ${first}.`)
      await look()
      await expect(page.getByRole('heading', { name: 'Stays until you edit it' })).toHaveCount(0)
      await expect(page.getByRole('heading', { name: 'Texts: drafts and old versions (1)' })).toBeVisible()
      await page.getByRole('button', { name: 'Erase it from 3 places for good' }).click()
      await expect(page.getByRole('group', { name: 'Done' })).toContainText('Erased from 1 place and 2 entries')

      await page.goto('/staff/log?entity=text')
      await expect(page.getByText(`${first} Vanish`)).toHaveCount(0)
      await page.goto('/staff/texts/pictures/history')
      const erased = page
        .getByRole('listitem')
        .filter({ has: page.getByRole('insertion').filter({ hasText: '(erased)' }) })
        .first()
      await expect(erased).toBeVisible()
      await expect(page.getByText('Vanish')).toHaveCount(0)
      await erased.getByRole('button', { name: /^Restore as a draft/ }).click()
      await page.getByRole('button', { name: 'Publish this draft' }).click()
      await expect(page.getByRole('group', { name: 'There is a problem' })).toContainText('Not published: “(erased)”')
      await look()
      await expect(page.getByText('We found it nowhere, as you wrote it.')).toBeVisible()
    })
  })
}
