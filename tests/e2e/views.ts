import type { Page } from '@playwright/test'
import { introduce } from './introduce'
import { manchester, reach, vacantSeat } from './places'

/** Something a visitor can see: a page and, for one of its states, how to reach it. */
export type View = {
  name: string
  path: string
  site?: 'MAIN' | 'DISSOLVED' | 'OFFLINE'
  /** Whether the page's own scripts are blocked, as on a bad connection. */
  isScriptFree?: boolean
  isPrinted?: boolean
  reach?: (page: Page) => Promise<unknown>
}

const seat = `/take-action/${reach.xAndBluesky.slug}`

/** Every public page once; one of those that differ only in their URL. */
export const pages: View[] = [
  { name: 'home', path: '/' },
  { name: 'take-action', path: '/take-action' },
  { name: 'seat', path: seat },
  { name: 'find', path: '/find' },
  { name: 'region', path: '/find/wales' },
  { name: 'ask-guardians', path: '/asks/guardians', isPrinted: true },
  { name: 'ask-long-term-plan', path: '/asks/long-term-plan', isPrinted: true },
  { name: 'supporters', path: '/supporters' },
  { name: 'supporters-search', path: '/supporters/search?kind=mp' },
  { name: 'about', path: '/about' },
  { name: 'privacy', path: '/privacy' },
  { name: 'accessibility', path: '/accessibility' },
]

/** The states in which those pages look different. */
export const states: View[] = [
  { name: 'not-found', path: '/no-such-page' },
  {
    name: 'form-error',
    path: '/take-action',
    reach: (page) => enterPostcode(page, 'nonsense').then(() => summary(page)),
  },
  { name: 'form-not-found', path: '/', reach: (page) => enterPostcode(page, 'M1 9ZZ').then(() => summary(page)) },
  {
    name: 'form-not-represented',
    path: '/take-action',
    reach: (page) => enterPostcode(page, 'JE2 3AB').then(() => summary(page)),
  },
  { name: 'search-found', path: '/find', reach: (page) => search(page, 'man') },
  { name: 'search-empty', path: '/find', reach: (page) => search(page, 'zzz') },
  { name: 'wall-empty', path: '/supporters/search?q=zebra' },
  { name: 'seat-vacant', path: `/take-action/${vacantSeat.slug}` },
  { name: 'seat-supporter', path: '/take-action/manchester-rusholme' },
  { name: 'seat-speaker', path: '/take-action/chorley' },
  { name: 'seat-abstaining', path: '/take-action/mid-ulster' },
  { name: 'seat-no-email', path: `/take-action/${reach.noEmail.slug}` },
  { name: 'seat-dissolved', path: `/take-action/${manchester.slug}`, site: 'DISSOLVED' },
  { name: 'home-dissolved', path: '/', site: 'DISSOLVED' },
  {
    name: 'letter-nudged',
    path: seat,
    async reach(page) {
      await page.getByLabel('Your post', { exact: true }).fill('x'.repeat(310))
      await page.getByRole('button', { name: 'Send my letter' }).click()
      await page.getByText('Before you send:').waitFor()
      await page.getByText('Not your constituency?').click()
      await page.getByText('Other ways').click()
    },
  },
  {
    name: 'letter-own-part',
    path: seat,
    async reach(page) {
      await introduce(page)
      await page.getByLabel('Paragraph 4 of your letter').fill('My own words')
      await page.getByRole('button', { name: 'Start this part again' }).click()
      await page.getByRole('button', { name: 'Clear my details' }).click()
    },
  },
  {
    name: 'asked',
    path: seat,
    async reach(page) {
      await openBoth(page)
      await page.getByText('Did you post it?').waitFor()
    },
  },
  {
    name: 'did-not-open',
    path: seat,
    async reach(page) {
      await openBoth(page)
      await page.getByRole('button', { name: 'It didn’t open' }).click()
    },
  },
  {
    name: 'thanks',
    path: seat,
    async reach(page) {
      await openBoth(page)
      await page.getByRole('button', { name: 'Yes, sent' }).click()
      await page.getByText('Thank you for standing with these children.').waitFor()
    },
  },
  {
    name: 'script-free-answer',
    path: seat,
    isScriptFree: true,
    async reach(page) {
      await introduce(page)
      await page.getByText('Other ways').click()
      await page.getByRole('button', { name: 'Gmail' }).click()
      await page.getByRole('link', { name: 'Open it in Gmail' }).waitFor()
    },
  },
  {
    name: 'script-free-letter',
    path: seat,
    isScriptFree: true,
    isPrinted: true,
    async reach(page) {
      await introduce(page)
      await page.getByText('Other ways').click()
      await page.getByRole('button', { name: 'Print it as a letter' }).click()
      await page.getByText('Your letter is at the end of this page').waitFor()
    },
  },
]

/** Opens a post and a letter on a constituency's page. */
async function openBoth(page: Page) {
  await introduce(page)
  await page.getByRole('button', { name: 'X', exact: true }).click()
  await page.getByText('Other ways').click()
  await page.getByRole('button', { name: 'Gmail' }).click()
}

/** Opens a view in a page of its site. */
export async function openView(page: Page, { path, site = 'MAIN', isScriptFree, reach: bringAbout }: View) {
  if (isScriptFree) await page.route('**/*.js', (route) => route.abort())
  await page.goto(`${process.env[`E2E_${site}`]}${path}`)
  await bringAbout?.(page)
}

/** Submits a postcode in the page's first form, when the page stays. */
export async function enterPostcode(page: Page, postcode: string) {
  await page.getByLabel('Your postcode').first().fill(postcode)
  await page.getByRole('button', { name: 'Find my MP' }).first().click()
}

function summary(page: Page) {
  return page.locator('.summary').first().waitFor()
}

async function search(page: Page, query: string) {
  await page.getByLabel('Constituency or MP’s name').fill(query)
  await page.getByRole('button', { name: 'Search' }).click()
  await page.locator('.summary').first().waitFor()
}
