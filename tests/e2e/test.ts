import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test as base } from '@playwright/test'

type Options = { site: 'MAIN' | 'DISSOLVED' | 'OFFLINE' | 'STAFF' }

/**
 * Playwright's test with the site's URL as base URL. It fails on any console error or uncaught exception that the test
 * didn't expect.
 */
export const test = base.extend<Options & { consoleErrors: string[] }>({
  site: ['MAIN', { option: true }],
  baseURL: async ({ site }, use) => use(process.env[`E2E_${site}`]),
  consoleErrors: [
    async ({ page }, use) => {
      const errors: string[] = []
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
      page.on('pageerror', (error) => errors.push(String(error)))
      await use(errors)
      expect(errors, 'errors on the console').toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

/** Fails on any WCAG 2.2 A or AA violation that axe finds on the page in its current state. */
export async function expectAccessible(page: Page) {
  await expectNothingFound(
    (await prepareAxe(page)).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']),
  )
}

/** Fails on what another colour scheme can break. Call it after `expectAccessible` has checked the same page. */
export async function expectContrast(page: Page) {
  await expectNothingFound((await prepareAxe(page)).withRules(['color-contrast', 'link-in-text-block']))
}

// Legacy is axe's mode for pages without frames; it needs no second page for its summary.
async function prepareAxe(page: Page) {
  await page.emulateMedia({ reducedMotion: 'reduce' }) // colours in transition have no meaningful contrast
  return new AxeBuilder({ page }).setLegacyMode()
}

async function expectNothingFound(axe: AxeBuilder) {
  const { violations } = await axe.analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([])
}

/** Fails when the page is wider than the screen. */
export async function expectReflow(page: Page) {
  const { scroll, client } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    client: document.documentElement.clientWidth,
  }))
  expect(scroll).toBeLessThanOrEqual(client)
}
