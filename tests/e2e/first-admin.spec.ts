import { inviteTo, makeInstall, serve } from './own-server'
import { signIn } from './staff-site'
import { expect, test } from './test'

test('on a fresh install, the first admin signs in with the command’s link and publishes a supporter', async ({
  page,
}) => {
  const install = await makeInstall()
  const link = await inviteTo(install, 'first@example.org', 'admin') // before the site has ever run
  const child = await serve(install)
  const wall = async () => (await fetch(`${install.url}/supporters`)).text()
  expect(await wall()).not.toContain('Friends of the First Admin')
  await signIn(page, link)
  await page.getByRole('link', { name: 'Supporters', exact: true }).click()
  await page.getByRole('link', { name: 'Add a supporter' }).click()
  await expect(page.locator('input[name="scripted"]').last()).toBeAttached()
  await page.getByLabel('Kind').selectOption('organisation')
  await page.getByLabel('Name on the wall').fill('Friends of the First Admin')
  await page.getByRole('button', { name: 'Save and publish' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'On the wall now' })).toBeFocused()
  await expect.poll(async () => (await wall()).includes('Friends of the First Admin')).toBe(true)
  await page.goto(`${install.url}/staff/log`)
  await expect(
    page
      .getByRole('listitem')
      .filter({ hasText: 'published a supporter' })
      .or(page.getByRole('listitem').filter({ hasText: 'added a supporter' }))
      .first(),
  ).toContainText('first')
  child.kill()
})
