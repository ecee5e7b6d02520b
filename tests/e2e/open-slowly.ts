import type { Page } from '@playwright/test'

/**
 * Opens a page whose scripts load only once they are released.
 * @returns a function that releases them
 */
export async function openSlowly(page: Page, path: string): Promise<() => void> {
  let release = () => {}
  const released = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/*.js', async (route) => {
    await released
    await route.continue()
  })
  await page.goto(path, { waitUntil: 'commit' }) // a deferred script holds back all later events
  return release
}
