import type { Page } from '@playwright/test'

/** Gives what the letter asks for, so that nothing more is asked before sending: a postcode in the constituency too. */
export async function introduce(page: Page) {
  await page.getByLabel('Your name').fill('Ann Example')
  const outcodes = await page.locator('#letter-form').getAttribute('data-outcodes')
  const outcode = outcodes?.split(' ').find((each) => each === 'TN23') ?? outcodes?.split(' ')[0] ?? 'TN23'
  await page.getByLabel('Your postcode').fill(`${outcode} 1aa`.toLowerCase())
  await page.getByLabel('Why does this matter to you?').fill('I teach children')
}
