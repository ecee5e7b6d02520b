import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { createHash, X509Certificate } from 'node:crypto'
import { promisify } from 'node:util'
import { chromium } from '@playwright/test'
import { findBrowser } from '../../lib/cli/find-browser.mjs'
import { root, typescript } from '../../lib/cli/setup.mjs'
import { browserArgs } from '../e2e/browser-args'
import type { Setup } from './pages'
import { check } from './report'

/** A link that lets somebody into the desk, as the command prints it. */
export async function invite(settings: Record<string, string>): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    typescript('lib/cli/staff-invite.ts', 'ann@example.org', '--role', 'admin'),
    { cwd: root, env: { ...process.env, ...settings } },
  )
  return stdout.trim()
}

/** Sign-in behind TLS, with a browser that trusts this certificate: cookies, and a passkey for this origin. */
export async function checkDesk({ ask, recipe, origin }: Setup, settings: Record<string, string>): Promise<void> {
  await check('the desk is never kept', async () => {
    for (const path of ['/staff', '/staff/sign-in'])
      assert.match((await ask(path)).headers['cache-control']?.[0] ?? '', /no-store/)
    const before = recipe.readLog().length
    await ask('/staff/sign-in')
    await ask('/staff/sign-in')
    assert.ok(
      recipe
        .readLog()
        .slice(before)
        .every((line) => !/ (?:HIT|STALE)$/.test(line)),
    )
  })
  await check('signing in by a link and by a passkey, with a cookie for https only', async () => {
    const key = createHash('sha256')
      .update(new X509Certificate(recipe.ca).publicKey.export({ type: 'spki', format: 'der' }))
      .digest('base64')
    const browser = await chromium.launch({
      executablePath: await findBrowser(),
      args: [...browserArgs, `--ignore-certificate-errors-spki-list=${key}`],
    })
    try {
      const page = await browser.newPage({ baseURL: origin })
      const cdp = await page.context().newCDPSession(page)
      await cdp.send('WebAuthn.enable')
      await cdp.send('WebAuthn.addVirtualAuthenticator', {
        options: {
          protocol: 'ctap2',
          transport: 'internal',
          hasResidentKey: true,
          hasUserVerification: true,
          isUserVerified: true,
          automaticPresenceSimulation: true,
        },
      })
      const link = await invite(settings)
      assert.ok(link.startsWith(`${origin}/staff/`), 'the link leads to SITE_URL')
      await page.goto(link)
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.waitForURL(`${origin}/staff`)
      const [cookie] = await page.context().cookies()
      assert.deepEqual(
        [cookie?.name.startsWith('__Secure-'), cookie?.secure, cookie?.httpOnly, cookie?.path],
        [true, true, true, '/staff'],
      )
      await page.goto('/staff/devices')
      await page.getByRole('button', { name: 'Add a passkey on this device' }).click()
      await page.getByText('The passkey is added.').waitFor()
      await page.getByRole('button', { name: 'Sign out' }).click()
      await page.getByText('You are signed out.').waitFor()
      await page.goto('/staff/sign-in')
      await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
      await page.waitForURL(`${origin}/staff`)
    } finally {
      await browser.close()
    }
  })
}
