import type { Locator, Page } from '@playwright/test'
import { expect } from './test'

/** The post field. */
export const post = (page: Page) => page.getByLabel('Post', { exact: true })
/** A rule's row in the list. */
export const rowOf = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('link', { name, exact: true }) })

/** Opens a rule from the list. */
export async function open(page: Page, name: string) {
  await page.goto('/staff/messages')
  await page.getByRole('link', { name, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

/** Fills in a new rule for one constituency. */
export async function write(page: Page, name: string, text: string, where = 'Ashford') {
  await page.goto('/staff/messages/new')
  await page.getByLabel('Name of the rule').fill(name)
  await page.getByLabel('Constituency', { exact: true }).selectOption({ label: where })
  await post(page).fill(text)
  await page.getByLabel('Subject of the email', { exact: true }).fill('About {constituency}')
  await page
    .getByRole('textbox', { name: 'Email', exact: true })
    .fill('{mp_salutation},\n\n{why_it_matters}\n\n{sender_name}')
}

/** Saves the open form. */
export async function save(page: Page) {
  await page.getByRole('button', { name: 'Save as a draft' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Saved as a draft.' })).toBeFocused()
}

/** Presses Tab until an element has focus. */
export async function tabTo(page: Page, target: Locator, key = 'Tab') {
  for (let presses = 0; presses < 250; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  await expect(target).toBeFocused()
}
