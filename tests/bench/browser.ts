import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test'
import { findBrowser } from '../../lib/cli/find-browser.mjs'

/** How many times slower than this machine the processor is made. */
export const cpuSlowdown = 4

// Nothing but this machine can be reached.
const args = [
  '--no-sandbox',
  '--disable-background-networking',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
]

/** Starts the browser of the browser tests. */
export async function startBrowser(...more: string[]): Promise<Browser> {
  return chromium.launch({ executablePath: await findBrowser(), args: [...args, ...more] })
}

/** Opens an empty tab with a cache of its own on the screen of a phone, does some work in it and closes it. */
export async function withPhone<Answer>(
  browser: Browser,
  work: (page: Page, devTools: CDPSession) => Promise<Answer>,
): Promise<Answer> {
  const context = await browser.newContext({
    viewport: { width: 412, height: 823 },
    deviceScaleFactor: 1.75,
    isMobile: true,
    hasTouch: true,
  })
  try {
    const page = await context.newPage()
    return await work(page, await context.newCDPSession(page))
  } finally {
    await context.close()
  }
}
