import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test as base } from '@playwright/test'

type Options = { site: 'MAIN' | 'DISSOLVED' | 'OFFLINE' | 'STAFF' }

/**
 * Playwright's test with the site's address as base URL, and with a failure for every console
 * error or uncaught exception that a test did not expect.
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

/** Fails on any breach of WCAG 2.2 A or AA that axe can see on the page as it stands. */
export async function expectAccessible(page: Page) {
  await expectNothingFound(
    (await prepareAxe(page)).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']),
  )
}

/** Fails on what other colours can break: to be asked after `expectAccessible` has looked at the same page. */
export async function expectContrast(page: Page) {
  await expectNothingFound((await prepareAxe(page)).withRules(['color-contrast', 'link-in-text-block']))
}

// Legacy is what axe calls looking at pages without frames, which needs no second page for its summary.
async function prepareAxe(page: Page) {
  await page.emulateMedia({ reducedMotion: 'reduce' }) // a colour on its way to another has no contrast of its own
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
