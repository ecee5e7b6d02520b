import type { Page } from '@playwright/test'

/** Gives what the letter asks for, so that nothing more is asked before sending. */
export async function introduce(page: Page) {
  await page.getByLabel('Your name').fill('Ann Example')
  await page.getByLabel('Your postcode').fill('tn23 1aa')
  await page.getByLabel('Why does this matter to you?').fill('I teach children')
}
