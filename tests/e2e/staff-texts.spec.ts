import { base, expectDecent, invite, signIn } from './staff-site'
import { expect, test } from './test'

test.use({ site: 'STAFF' })
test.slow()

test('an editor drafts a text and previews it on the page; a publisher publishes it, goes back, and undoes that', async ({
  page,
  browser,
}) => {
  await signIn(page, await invite('texts-editor@example.org', 'editor'))
  await page.getByRole('link', { name: 'Texts', exact: true }).click()
  await page.getByRole('link', { name: 'The problem' }).click()
  await expect(page.getByText('As shipped with the site.')).toBeVisible()
  await page.getByRole('button', { name: 'Save as a draft' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Nothing is different' })).toBeVisible()
  await expect(page.getByText('As shipped with the site.')).toBeVisible()
  await page.getByLabel('Heading').fill('')
  await page.getByRole('button', { name: 'Save as a draft' }).click()
  await expect(page.getByRole('link', { name: 'Write something here.' })).toBeVisible()
  await expectDecent(page)
  await page.getByLabel('Heading').fill('What children tell us')
  await page.getByLabel('Text', { exact: true }).fill('One **strong** line.\n\n- a point\n- [a link](/about)')
  await page.getByRole('button', { name: 'Save as a draft' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Saved as a draft.' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Publish this draft' })).toHaveCount(0)

  await page.getByRole('link', { name: 'Preview the draft' }).click()
  await expect(page.getByRole('heading', { name: 'Preview of “The problem”' })).toBeVisible()
  await expect(page.locator('#problem')).toHaveText('What children tell us')
  await expect(page.locator('section[aria-labelledby=problem] strong')).toHaveText('strong')
  await expectDecent(page)

  const context = await browser.newContext()
  const publisher = await context.newPage()
  await signIn(publisher, await invite('texts-publisher@example.org', 'publisher'))
  const front = async () => (await fetch(`${base()}/`)).text()
  expect(await front()).toContain('Children are being left on their own')
  await publisher.goto('/staff/texts/problem')
  await publisher.getByRole('button', { name: 'Publish this draft' }).click()
  await expect(publisher.getByRole('status').filter({ hasText: /^Published\./ })).toBeVisible()
  await expect.poll(front).toContain('What children tell us')
  expect(await front()).toMatch(/<li><a href="\/about">a link<\/a><\/li>/)

  // The editor's page is of before the draft was published.
  await page.goBack()
  await publisher.getByLabel('Heading').fill('Another heading')
  await publisher.getByRole('button', { name: 'Save as a draft' }).click()
  await expect(publisher.getByRole('status').filter({ hasText: 'Saved as a draft.' })).toBeVisible()
  await page.getByLabel('Heading').fill('A third heading')
  await page.getByRole('button', { name: 'Save as a draft' }).click()
  await expect(page.getByRole('group', { name: 'There is a problem' })).toContainText('Saved by texts-publisher')
  await expectDecent(page)

  await publisher.getByText('Discard draft').first().click()
  await publisher.getByRole('button', { name: 'Discard draft' }).click()
  await expect(publisher.getByRole('status').filter({ hasText: 'discarded' })).toBeVisible()
  await publisher.getByRole('link', { name: 'History' }).click()
  await expectDecent(publisher)
  await publisher.getByRole('button', { name: 'Restore as a draft: the shipped text' }).click()
  await publisher.getByRole('button', { name: 'Publish this draft' }).click()
  await expect(publisher.getByRole('status').filter({ hasText: /^Published\./ })).toBeVisible()
  await expect.poll(front).toContain('Children are being left on their own')

  await publisher.goto('/staff/log?entity=text')
  await publisher.getByRole('button', { name: /^Undo: published a text, The problem/ }).click()
  await expect(publisher.getByRole('status').filter({ hasText: 'Undone.' })).toBeVisible()
  await expect.poll(front).toContain('What children tell us')
  await publisher.getByRole('button', { name: /^Undo the undo: undid a change to a text, The problem/ }).click()
  await expect.poll(front).toContain('Children are being left on their own')
  await context.close()
})

for (const section of ['guardians', 'thanks', 'share', 'pictures']) {
  test(`the preview of ${section} is decent`, async ({ page }) => {
    await signIn(page, await invite(`preview-${section}@example.org`, 'editor'))
    await page.goto(`/staff/preview/${section}`)
    await expect(page.getByRole('heading', { name: /^Preview of/ })).toBeVisible()
    await expectDecent(page)
  })
}

test('an admin sees what is missing before a launch, and tests the mail', async ({ page }) => {
  await signIn(page, await invite('launch@example.org', 'admin'))
  await page.getByRole('link', { name: 'Launch', exact: true }).click()
  await expect(page.getByText(/of 11 still to do/)).toBeVisible()
  await expect(page.getByText(/^SITE_URL is http:/)).toBeVisible()
  await expect(page.getByText('No mail server is set (SMTP_URL).')).toBeVisible()
  await page.getByRole('button', { name: 'Send me a test mail' }).click()
  await expect(page.getByRole('group', { name: 'There is a problem' })).toContainText('No mail server is set')
})
