import { expect, type Page } from '@playwright/test'
import { expectAccessible, expectReflow } from './test'

/** Whatever width and colours: nothing that axe sees, nothing wider than the screen. */
export async function expectDecent(page: Page) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page)
  }
  const size = page.viewportSize()
  await page.setViewportSize({ width: 360, height: 640 })
  await expectReflow(page)
  if (size) await page.setViewportSize(size)
}

/** Opens the desk by a link. */
export async function signIn(page: Page, link: string) {
  await page.goto(link)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: /^Hello, / })).toBeVisible()
}
