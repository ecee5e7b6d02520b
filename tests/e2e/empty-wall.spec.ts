import Database from 'better-sqlite3'
import type { ChildProcess } from 'node:child_process'
import { makeInstall, serve } from './own-server'
import { expect, test } from './test'

let server: ChildProcess | undefined
test.afterEach(() => void server?.kill())

test('a wall without supporters says that there are none yet, also to who searches it', async ({ page }) => {
  const install = await makeInstall()
  server = await serve(install)
  const db = new Database((install.settings.DATABASE_URL ?? '').replace('file:', ''))
  db.prepare(`UPDATE "Supporter" SET "status" = 'draft'`).run()
  db.close()
  for (const path of ['/supporters/search?q=x', '/supporters']) {
    await page.goto(install.url + path)
    await expect(page.getByRole('heading', { name: 'No supporters are listed right now' })).toBeVisible()
    await expect(page.getByText('match your search')).toHaveCount(0)
    await expect(page.getByRole('search', { name: 'Supporters' })).toHaveCount(0)
  }
})
