import type { ChildProcess } from 'node:child_process'
import path from 'node:path'
import type { Browser, Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { type Install, inviteTo, makeInstall, serve } from './own-server'
import { rowOf, save, write } from './staff-rules'
import { expectDecent, signIn } from './staff-site'
import { expect, test } from './test'

// In turn, on a site of their own: who moves a message while another is added is told of a conflict.
test.describe.configure({ mode: 'default' })
test.slow()

let install: Install
let server: ChildProcess
test.beforeAll(async () => {
  install = await makeInstall()
  server = await serve(install)
})
test.afterAll(() => server.kill())

function countLog(action: string): number {
  const database = new Database(path.join(install.settings.VAR_DIR ?? '', 'site.db'), { readonly: true })
  const found = database.prepare('SELECT COUNT(*) FROM "AuditEntry" WHERE "action" = ?').pluck().get(action)
  database.close()
  return Number(found)
}

const undone = (page: Page) => page.getByRole('status').filter({ hasText: 'Undone.' })
const undo = (page: Page) => page.getByRole('button', { name: 'Undo what was just done' })

async function open(browser: Browser, name: string, javaScriptEnabled = true) {
  const context = await browser.newContext({ javaScriptEnabled, baseURL: install.url })
  const page = await context.newPage()
  await signIn(page, await inviteTo(install, `${name}@example.org`, 'publisher'))
  return page
}

for (const isScripted of [true, false])
  test(`a message is moved once by a double click, and put back by Undo, script ${isScripted}`, async ({ browser }) => {
    const name = `Pressed ${isScripted}`
    const writer = await open(browser, `press-writer-${isScripted}`)
    await write(writer, name, 'Hello {mp_name}')
    await save(writer)
    await writer.context().close()

    const page = await open(browser, `press-${isScripted}`, isScripted)
    await page.goto('/staff/messages')
    const row = rowOf(page, name)
    const place = async () => Number(await row.locator('.rule-place').textContent())
    const moved = page.getByRole('status').filter({ hasText: /^“Pressed (true|false)” is now number \d+ of \d+\.$/ })
    const [before, entries] = [await place(), countLog('message-rule.moved')]
    const up = row.getByRole('button', { name: `Move up ${name}` })
    const press = row.locator('input[name="press"]').first()
    const shown = await press.inputValue()
    await up.dblclick()
    await expect(moved).toBeVisible()
    await expect.poll(place).toBe(before - 1)
    expect(countLog('message-rule.moved')).toBe(entries + 1)
    if (isScripted) await expectDecent(page)

    // Back, or the same form once more, and press again: the first answer, and no second move.
    if (isScripted) {
      await page.goto('/staff/texts')
      await page.goBack()
      await expect(undo(page)).toHaveCount(0)
      await expect(press).toHaveValue(shown) // once the page’s script has begun
      await up.click()
    } else await page.reload()
    await expect(moved).toBeVisible()
    expect(await place()).toBe(before - 1)
    expect(countLog('message-rule.moved')).toBe(entries + 1)

    await undo(page).click()
    await expect(undone(page)).toBeVisible()
    await expect.poll(place).toBe(before)
    // Undone, and then moved for good: from the log, one after the other.
    await up.click()
    await expect(moved).toBeVisible()
    await up.click()
    await expect.poll(place).toBe(before - 2)
    await page.goto('/staff/log?entity=message-rule')
    const moves = page.getByRole('listitem').filter({ hasText: 'moved a message' }).filter({ hasText: name })
    const inLog = moves.getByRole('button', { name: `Undo: moved a message, “${name}”` })
    await expect(inLog).toHaveCount(1)
    await inLog.click()
    await expect(undone(page)).toBeVisible()
    await expect(inLog).toHaveCount(1) // of the one before
    await inLog.click()
    await expect(inLog).toHaveCount(0)
    await page.goto('/staff/messages')
    await expect.poll(place).toBe(before)
    await page.context().close()
  })

test('an Undo that comes too late says what has changed since, and when', async ({ browser }) => {
  const page = await open(browser, 'press-late')
  await write(page, 'Late', 'Hello {mp_name}')
  await save(page)
  await page.goto('/staff/messages')
  await rowOf(page, 'Late').getByRole('button', { name: 'Move up Late' }).click()
  await expect(undo(page)).toBeVisible()
  const other = await page.context().newPage()
  await other.goto('/staff/messages')
  await rowOf(other, 'Late').getByRole('button', { name: 'Move up Late' }).click()
  await expect(undo(other)).toBeVisible()
  await undo(page).click()
  await expect(page.getByRole('group', { name: 'There is a problem' })).toContainText(
    /^Nothing was undone: it has changed since\. On \d+ \w+ \d{4}, \d\d:\d\d, press-late moved a message, “Late”\.$/,
  )
  await expectDecent(page)
  await undo(other).click()
  await expect(undone(other)).toBeVisible()
  await undo(page).click()
  await expect(undone(page)).toBeVisible()
  await page.context().close()
})

for (const isScripted of [true, false])
  test(`a supporter is moved once by a double click, and put back by Undo, script ${isScripted}`, async ({
    browser,
  }) => {
    const page = await open(browser, `press-wall-${isScripted}`, isScripted)
    await page.goto('/staff/supporters')
    if (isScripted) await expect(page.locator('input[name="scripted"]').last()).toBeAttached()
    const names = () => page.locator('.supporter-words a').allTextContents()
    const [first = '', second = ''] = await names()
    const entries = countLog('supporter.moved')
    await page.getByRole('button', { name: `Move down: ${first}`, exact: true }).dblclick()
    const moved = page.getByRole('status').filter({ hasText: `${first} is now in place 2 of ` })
    await expect(moved).toBeInViewport()
    expect((await names()).slice(0, 2)).toEqual([second, first])
    expect(countLog('supporter.moved')).toBe(entries + 1)
    if (isScripted) await expectDecent(page)
    await undo(page).click()
    await expect(undone(page)).toBeVisible()
    expect((await names()).slice(0, 2)).toEqual([first, second])
    await page.context().close()
  })
