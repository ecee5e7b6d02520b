import type { Page } from '@playwright/test'
import { reach } from './places'

/** The page of an MP with an email address and with handles on X and on Bluesky. */
export const seat = `/take-action/${reach.xAndBluesky.slug}`
/** The email address of that page's MP. */
export const address = 'sojan.joseph.mp@parliament.uk'

export const ownWords = (page: Page) => page.getByLabel('Your own words of your letter')
export const argument = (page: Page) => page.getByLabel('Paragraph 4 of your letter')
export const signature = (page: Page) => page.getByLabel('Signature of your letter')
export const send = (page: Page) => page.getByRole('button', { name: 'Send my letter' })
export const post = (page: Page) => page.getByLabel('Your post', { exact: true })
export const question = (page: Page) => page.locator('#sent-question')

/** Presses a button behind “Other ways”, which are still closed. */
export async function pressOther(page: Page, name: string) {
  await page.getByText('Other ways').click()
  await page.getByRole('button', { name }).click()
}

/** The URL that the letter was opened with: the link beside the question has it too. */
export async function readOpened(page: Page): Promise<URL> {
  return new URL((await page.getByRole('link', { name: 'Open it again' }).getAttribute('href')) ?? '')
}

/** Opens the post on a network and returns the text it was opened with. */
export async function readPosted(page: Page, network: 'X' | 'Bluesky'): Promise<string | null> {
  await page.getByRole('button', { name: network, exact: true }).click()
  const link = page.getByRole('link', { name: 'Nothing opened? Open it here' })
  return new URL((await link.getAttribute('href')) ?? '').searchParams.get('text')
}
