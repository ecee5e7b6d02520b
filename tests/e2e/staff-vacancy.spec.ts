import type { Page } from '@playwright/test'
import { base, expectDecent, signInAs } from './staff-site'
import { expect, test } from './test'

test.use({ site: 'STAFF' })
test.slow()

test('a seat is marked vacant without JavaScript; of two people saving, the second chooses', async ({
  page,
  browser,
}) => {
  await signInAs(page, 'dir-two', 'publisher')
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: base() })
  const plain = await context.newPage()
  await signInAs(plain, 'dir-plain', 'publisher')
  const path = '/staff/directory/caithness-sutherland-and-easter-ross'
  for (const each of [page, plain]) {
    await each.goto(path)
    await each.getByRole('link', { name: 'Mark the seat as vacant' }).click()
  }
  const vacancy = (each: Page) => each.getByRole('region', { name: 'Mark the seat as vacant' })
  await vacancy(plain).getByLabel('Last day').fill('2020-01-01')
  await vacancy(plain).getByRole('button').click()
  await expect(plain.getByRole('group', { name: 'There is a problem' })).toContainText('Write why.')
  await expect(vacancy(plain).getByLabel('Last day')).toHaveValue('2020-01-01')
  await vacancy(plain)
    .getByLabel('Last day')
    .fill(new Date(Date.now() + 86_400_000).toISOString().slice(0, 10))
  await vacancy(plain).getByLabel('Why').fill('Resigned this morning')
  await vacancy(plain).getByRole('button').click()
  await expect(plain.getByRole('status')).toHaveText('Saved. Visitors get it within a few seconds.')
  await expect(plain.getByText('In use. The source still names Jamie Stone.')).toBeVisible()
  await vacancy(page).getByLabel('Why').fill('Also me')
  await vacancy(page).getByRole('button').click()
  const problem = (each: Page) => each.getByRole('group', { name: 'There is a problem' })
  await expect(problem(page)).toBeFocused()
  await expect(problem(page)).toContainText('Saved by dir-plain')
  const why = page.getByRole('group', { name: 'Why: you both changed it' })
  await expect(why).toContainText('Resigned this morning')
  await expect(page.getByRole('group', { name: 'Last day: only they changed it' })).toBeVisible()
  await expectDecent(page)
  await why.getByLabel('Keep yours').check()
  await page.getByRole('button', { name: 'Keep editing' }).click()
  await expect(vacancy(page).getByLabel('Why')).toHaveValue('Also me')
  await vacancy(page).getByLabel('Why').fill('Resigned, says the office')
  await vacancy(page).getByRole('button').click()
  await expect(page.getByRole('status')).toHaveText('Saved. Visitors get it within a few seconds.')

  // The other way round, without JavaScript.
  await expect(plain.getByText('Resigned this morning')).toBeVisible()
  await plain.getByRole('button', { name: 'Remove the correction: Vacant' }).click()
  await expect(problem(plain)).toContainText('Someone else has changed or removed this.')
  await plain.goto(`${path}?correct=vacant#correct`)
  await page.getByRole('link', { name: 'Mark the seat as vacant' }).click()
  await vacancy(page).getByLabel('Why').fill('Mine')
  await vacancy(page).getByRole('button').click()
  await expect(page.getByRole('status')).toHaveText('Saved. Visitors get it within a few seconds.')
  await vacancy(plain).getByLabel('Why').fill('Theirs')
  await vacancy(plain).getByRole('button').click()
  await plain.getByRole('button', { name: 'Save what I chose' }).click()
  await expect(problem(plain)).toContainText('Choose yours or theirs for “Why”.')
  await plain.getByRole('group', { name: 'Why: you both changed it' }).getByLabel('Keep theirs').check()
  await plain.getByRole('button', { name: 'Save what I chose' }).click()
  await expect(plain.getByRole('status')).toHaveText('Saved. Visitors get it within a few seconds.')
  await expect(plain.getByText('Mine')).toBeVisible()
  await page.goto('/staff/directory?show=vacant')
  await expect(page.getByRole('listitem').filter({ hasText: 'Caithness' })).toContainText('Vacant')
  await plain.getByRole('button', { name: 'Remove the correction: Vacant' }).click()
  await expect(plain.getByText('There is none for this seat.')).toBeVisible()
  await context.close()
})
