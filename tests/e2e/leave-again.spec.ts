import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { browserArgs } from './browser-args'
import { seat } from './letter-page'
import { expect, test } from './test'

const away = 'https://www.bbc.co.uk/weather'
const marker = 'Zz Marker'
const base = () => process.env.E2E_MAIN ?? ''
// The headless shell keeps no pages and restores no windows.
const launch = { executablePath: process.env.CHROMIUM_PATH, args: browserArgs }

async function writeAndLeave(page: Page, then: () => Promise<unknown> = async () => {}) {
  await page.route(`${away}**`, (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Weather</h1>' }))
  await page.goto(base() + seat)
  await page.getByLabel('Your name').fill(marker)
  await page.getByLabel('Paragraph 4 of your letter').fill(marker)
  await then()
  await page.goto(`${base()}/take-action`)
  await page.getByRole('link', { name: 'Leave site' }).click()
  await expect(page.getByRole('heading', { name: 'Weather' })).toBeVisible()
}

async function expectNothing(page: Page) {
  await expect.poll(() => new URL(page.url()).pathname).toBe(seat)
  await expect(page.getByLabel('Your name')).toHaveValue('')
  const found = await page.evaluate(() => [
    ...[...document.querySelectorAll('input, textarea')].map((field) => Reflect.get(field, 'value')),
    ...Object.values(sessionStorage),
    ...Object.values(localStorage),
  ])
  expect(JSON.stringify(found)).not.toContain(marker)
}

test('a letter that the browser has kept as it was, in memory, isn’t shown after leaving', async () => {
  const browser = await chromium.launch({ ...launch, ignoreDefaultArgs: ['--disable-back-forward-cache'] })
  try {
    const page = await browser.newPage()
    await page.addInitScript(() =>
      addEventListener('pageshow', ({ persisted }) => Reflect.set(window, 'isKept', persisted)),
    )
    await writeAndLeave(page, async () => {
      await page.goto(`${base()}/about`)
      await page.goBack({ waitUntil: 'commit' })
      await expect.poll(() => page.evaluate(() => Reflect.get(window, 'isKept'))).toBe(true) // or this tests nothing
      await expect(page.getByLabel('Your name')).toHaveValue(marker)
    })
    await page.goBack({ waitUntil: 'commit' })
    await expectNothing(page)
  } finally {
    await browser.close()
  }
})

test('a window that the browser restores has nothing of it either', async () => {
  const profile = mkdtempSync(path.join(os.tmpdir(), 'restored '))
  try {
    const before = await chromium.launchPersistentContext(profile, launch)
    await writeAndLeave(before.pages()[0] ?? (await before.newPage()))
    await before.close()
    const args = [...browserArgs, '--restore-last-session']
    const after = await chromium.launchPersistentContext(profile, { ...launch, args })
    // The browser may still be opening the tab, or swapping its process, so Back is pressed until it works.
    const restored = () => after.pages().find((page) => page.url() !== 'about:blank')
    await expect(async () => {
      await restored()?.goBack({ waitUntil: 'commit' })
      expect(new URL(restored()?.url() ?? 'about:blank').pathname).toBe(seat)
    }).toPass()
    const page = restored()
    if (!page) throw new Error('no window')
    await expectNothing(page)
    await after.close()
  } finally {
    rmSync(profile, { recursive: true, force: true })
  }
})
