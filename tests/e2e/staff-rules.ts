import type { Browser, Locator, Page } from '@playwright/test'
import { base, expectDecent, invite, signIn } from './staff-site'
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

/** Moves the message for Northern Ireland below the one for all others and back: that changes what 11 constituencies get. */
export async function expectQuestion(browser: Browser, javaScriptEnabled: boolean) {
  const context = await browser.newContext({ javaScriptEnabled, baseURL: base() })
  const page = await context.newPage()
  await signIn(page, await invite(`rules-move-${javaScriptEnabled}@example.org`, 'publisher'))
  await page.goto('/staff/messages')
  const row = rowOf(page, 'Northern Ireland')
  const asked = page.getByRole('group', { name: 'Not moved yet' })
  const agree = asked.getByRole('button', { name: 'Move it there Northern Ireland' })
  const moved = page.getByRole('status').filter({ hasText: /^“Northern Ireland” is now number \d+ of \d+\.$/ })
  const readNames = async () => (await page.getByRole('heading', { level: 2 }).allTextContents()).join()
  /** Past drafts it moves at once: nobody gets them. */
  const moveUntilAsked = async (button: string) => {
    for (let before = await readNames(); ; before = await readNames()) {
      await row.getByRole('button', { name: `${button} Northern Ireland` }).click()
      await expect.poll(async () => (await asked.isVisible()) || (await readNames()) !== before).toBe(true)
      if (await asked.isVisible()) return expect(await readNames()).toBe(before)
    }
  }
  await moveUntilAsked('Move down')
  await expect(asked).toContainText(
    'Nothing is moved yet. 11 constituencies, such as Belfast East, would get another message: “England and Wales, and all others” instead of “Northern Ireland”.',
  )
  await expect(asked).toBeFocused()
  if (javaScriptEnabled) await expectDecent(page)
  await asked.getByRole('link', { name: 'Leave it where it is' }).click()
  await expect(asked).toHaveCount(0)
  await expect(row).toContainText('11 seats get it now.')
  await moveUntilAsked('Move down')
  await agree.click()
  await expect(moved).toBeFocused()
  await expect(row).toContainText('0 seats get it now.')
  await moveUntilAsked('Move up')
  await agree.click()
  await expect(moved).toBeVisible()
  await expect(row).toContainText('11 seats get it now.')
  await context.close()
}
