import Database from 'better-sqlite3'
import { spawn } from 'node:child_process'
import { serverScript } from '../../lib/cli/setup.mjs'
import { makeInstall } from './own-server'
import { expect, test } from './test'

test.use({ javaScriptEnabled: false })

test('a start with a locked database serves pages and forms, with a notice, and recovers by itself', async ({
  page,
}) => {
  const { url, settings } = await makeInstall()
  const db = new Database((settings.DATABASE_URL ?? '').replace('file:', ''))
  db.pragma('locking_mode = EXCLUSIVE')
  db.exec('BEGIN EXCLUSIVE; CREATE TABLE "Held" ("id" INTEGER)')
  const child = spawn(process.execPath, [serverScript], { stdio: 'ignore', env: { ...process.env, ...settings } })
  try {
    const status = (where: string) =>
      fetch(url + where).then(
        (answer) => answer.status,
        () => 0,
      )
    await expect.poll(() => status('/about'), { timeout: 60_000 }).toBe(200)
    expect(await status('/api/health')).toBe(503)
    for (const where of ['/', '/about', '/take-action', '/find', '/find/wales', '/take-action/manchester-central']) {
      await page.goto(url + where)
      await expect(page.locator('main, body').first()).toContainText('Some things are not working right now')
    }
    await expect(page.locator('.count')).toHaveCount(0)
    await expect(page.getByText('31 August 2026')).toBeVisible()

    // An email in the visitor's own words is returned in the page, complete.
    await page.getByLabel('Paragraph 4 of your letter').fill('My own words.')
    await page.getByText('Other ways').click()
    await page.getByRole('button', { name: /Gmail/ }).click()
    await expect(page.getByText('Some things are not working right now')).toBeVisible()
    await expect(page.getByLabel('Paragraph 4 of your letter')).toHaveValue('My own words.')

    await page.goto(`${url}/take-action`)
    await page.getByLabel('Your postcode').fill('M1 1AE')
    await page.getByRole('button', { name: /Find my MP/ }).click()
    await expect(page).toHaveURL(/\/take-action\/manchester-/)

    db.exec('ROLLBACK')
    db.close()
    await expect.poll(() => status('/api/health'), { timeout: 30_000 }).toBe(200)
    await expect
      .poll(() => fetch(`${url}/about`).then((answer) => answer.text()))
      .not.toContain('Some things are not working')
  } finally {
    child.kill()
  }
})
