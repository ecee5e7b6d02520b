import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { base, expectDecent, readSite, run, signInAs } from './staff-site'
import { expect, test } from './test'

test.use({ site: 'STAFF' })
test.slow()

const csv = (text: string | Uint8Array, name = 'file.csv') => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
})
const choose = (page: Page, text: string | Uint8Array, name?: string) =>
  page.getByLabel('A file of supporters').setInputFiles(csv(text, name))
const check = (page: Page) => page.getByRole('button', { name: 'Check the file' }).click()
const remove = (like: string) => run(`DELETE FROM "Supporter" WHERE "name" LIKE ?`, like)

const head = 'kind,name,link,status,position,notes\n'
const good = 'organisation,Mended Trust,https://mended.example/,published,900010,"=1+1\ntwo lines"\n'
const bad = 'organisation,Mended Trust,http://mended.example/,shown,900010,"=1+1\ntwo lines"\n'

test('a bad file is refused with lines and reasons, corrected and applied', async ({ page }) => {
  await signInAs(page, 'imp-pub', 'publisher')
  await page.getByRole('link', { name: 'Supporters', exact: true }).click()
  await page.getByRole('link', { name: 'Import a file' }).click()
  await check(page)
  await expect(page.getByRole('group', { name: 'There is a problem' })).toBeFocused()
  await expect(page.getByText('Choose a file first.')).toBeVisible()
  await choose(page, 'colour,size\nred,1\n')
  await check(page)
  await expect(page.getByText('one of them has to be “name” or “id”')).toBeVisible()

  await choose(page, `${head}${bad}spaceship,Mended Ship,,,900011,\n`, 'bad.csv')
  await check(page)
  await expect(page.getByRole('heading', { name: 'What bad.csv would do' })).toBeFocused()
  await expect(page.getByText('Wrong: 2')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'Line 2' })).toContainText(
    'link: This address starts with http://. Try it with https://.',
  )
  await expect(page.getByRole('listitem').filter({ hasText: 'Line 2' })).toContainText(
    'status: Write draft, published or hidden.',
  )
  await expect(page.getByRole('listitem').filter({ hasText: 'Line 4 (row 3 in a spreadsheet)' })).toContainText(
    'kind: Write mp, peer or organisation.',
  )
  await expect(page.getByText('Nothing can be applied yet.')).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download the wrong rows' }).click()
  const wrong = await readFile(await (await download).path(), 'utf8')
  expect(wrong).toContain('"line","reason","kind","name"')
  expect(wrong).toContain(`"spaceship","Mended Ship"`)
  expect(wrong).toContain(`"http://mended.example/","shown","900010","'=1+1\ntwo lines"`)
  await expect(page.getByRole('button', { name: /^Apply/ })).toHaveCount(0)
  await expectDecent(page)

  await choose(page, `${head}${good}`, 'good.csv')
  await check(page)
  await expect(page.getByText('Wrong: 0')).toBeVisible()
  await page.getByText('New: 1').click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Mended Trust' })).toContainText('published')
  await expectDecent(page)
  await page.getByRole('button', { name: 'Apply the file: 1 new, 0 changed' }).click()
  await expect(page.getByRole('group', { name: 'Done' })).toBeFocused()
  await expect(page.getByText('Done: 1 supporter added, 0 supporters changed.')).toBeVisible()
  await expectDecent(page)
  await expect
    .poll(async () => (await fetch(`${base()}/supporters`)).text(), { timeout: 40_000 })
    .toContain('Mended Trust')

  // Changes are listed field by field, and somebody else's newer change isn't overwritten.
  await choose(page, 'kind,name,notes,link\norganisation,Mended Trust,other,https://new.example/\n')
  await check(page)
  await expect(
    page.getByRole('button', { name: 'Apply the file: 0 new, 1 changed (1 of them on the wall now)' }),
  ).toBeVisible()
  await page.getByText('Changed: 1').click()
  const row = page.getByRole('listitem').filter({ hasText: 'Mended Trust' })
  await expect(row.getByText('on the wall', { exact: true })).toBeVisible()
  await expect(row.locator('del')).toHaveText(['https://mended.example/', '=1+1\ntwo lines'])
  await expect(row.locator('ins')).toHaveText(['https://new.example/', 'other'])
  run(
    `UPDATE "Supporter" SET "link" = 'https://quick.example/', "version" = "version" + 1 WHERE "name" = 'Mended Trust'`,
  )
  await page.getByRole('button', { name: /^Apply/ }).click()
  await expect(page.getByRole('group', { name: 'There is a problem' })).toContainText(
    'somebody has changed supporters since. Nothing was changed.',
  )
  await check(page)
  await expect(page.getByText('Changed: 1')).toBeVisible()
  await page.getByRole('button', { name: /^Apply/ }).click()
  await expect(page.getByText('Done: 0 supporters added, 1 supporter changed.')).toBeVisible()
  await page.goto('/staff/log?entity=supporter')
  await expect(page.locator('.staff-log > li').filter({ hasText: 'Mended Trust' }).first()).toContainText('imp-pub')
  remove('Mended %')
})

const undo = (page: Page) => page.getByRole('button', { name: 'Undo what was just done' })
const many = `${head}${Array.from({ length: 300 }, (_none, at) => `organisation,Undone Trust ${at},,draft,900040,\n`).join('')}`
const countUndone = () => readSite(`SELECT 1 FROM "Supporter" WHERE "name" LIKE ?`, 'Undone %').length

test('Undo beside success takes back the whole file', async ({ page }) => {
  await signInAs(page, 'imp-undo', 'publisher')
  await page.goto('/staff/supporters/import')
  await choose(page, many)
  await check(page)
  await page.getByRole('button', { name: /^Apply/ }).click()
  await expect(page.getByText('Done: 300 supporters added')).toBeVisible()
  expect(countUndone()).toBe(300)
  await undo(page).click()
  await expect(page.getByRole('status').filter({ hasText: 'Undone.' })).toBeFocused()
  expect(countUndone()).toBe(0)
  await expectDecent(page)
})

test('a dropped file is checked immediately; an editor sees what it would do, but can’t apply it', async ({ page }) => {
  await signInAs(page, 'imp-ed', 'editor')
  await page.goto('/staff/supporters/import')
  const dropped = await page.evaluateHandle((text) => {
    const data = new DataTransfer()
    data.items.add(new File([text], 'dropped.csv', { type: 'text/csv' }))
    return data
  }, `${head}organisation,Dropped Trust,,draft,900020,\n`)
  const box = page.locator('form', { has: page.getByLabel('A file of supporters') })
  await expect(async () => {
    await box.dispatchEvent('dragover', { dataTransfer: dropped })
    await expect(box).toHaveAttribute('data-over', 'true', { timeout: 200 })
  }).toPass()
  await box.dispatchEvent('drop', { dataTransfer: dropped })
  await expect(page.getByRole('heading', { name: 'What dropped.csv would do' })).toBeVisible()
  await expect(page.getByText('New: 1')).toBeVisible()
  await expect(page.getByText('A publisher has to do that.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Apply/ })).toHaveCount(0)
})

test('without JavaScript, the file is chosen twice', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: base() })
  const page = await context.newPage()
  await signInAs(page, 'imp-plain', 'publisher')
  await page.goto('/staff/supporters/import')
  const file = `${head}organisation,Plain Trust $1,,draft,900030,\n`
  await choose(page, file)
  await check(page)
  await expect(page.getByText('New: 1')).toBeVisible()
  const again = page.getByLabel('The same file once more')
  await again.setInputFiles(csv(`${file}organisation,Another,,draft,900031,\n`))
  await page.getByRole('button', { name: /^Apply/ }).click()
  await expect(page.getByText('This is not what you have checked')).toBeVisible()
  await choose(page, file)
  await check(page)
  await again.setInputFiles(csv(file))
  await page.getByRole('button', { name: /^Apply/ }).click()
  await expect(page.getByText('Done: 1 supporter added')).toBeVisible()
  await undo(page).click()
  await expect(page.getByText('Undone.')).toBeVisible()
  expect(readSite(`SELECT 1 FROM "Supporter" WHERE "name" LIKE ?`, 'Plain Trust %')).toEqual([])
  await context.close()
})

test('ten thousand rows are applied with progress, and importing the export changes nothing', async ({ page }) => {
  await signInAs(page, 'imp-many', 'publisher')
  await page.goto('/staff/supporters/import')
  const rows = Array.from({ length: 10_000 }, (_none, at) => `organisation,Crowd of staff ${at},,hidden,900100,\n`)
  await choose(page, `${head}${rows.join('')}`, 'many.csv')
  await check(page)
  await expect(page.getByText('New: 10,000')).toBeVisible({ timeout: 60_000 })
  await page.getByText('New: 10,000').click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Crowd of staff' })).toHaveCount(100)
  await page.getByRole('button', { name: 'Show more (9,900 left)' }).click()
  await expect(page.getByText('Crowd of staff 199', { exact: true })).toBeVisible()
  // Whether the bar was ever shown, however briefly, and what it was told.
  await page.evaluate(() => {
    new MutationObserver(() => {
      if (document.querySelector('progress')?.max === 10_000) Object.assign(window, { hasShownProgress: true })
    }).observe(document.body, { subtree: true, childList: true, attributes: true })
    const ask = window.fetch
    window.fetch = async (...request) => {
      const answer = await ask(...request)
      void answer
        .clone()
        .text()
        .then((told) => Object.assign(window, { told }))
      return answer
    }
  })
  try {
    const started = Date.now()
    await page.getByRole('button', { name: 'Apply the file: 10,000 new, 0 changed' }).click()
    await expect(page.getByText('Done: 10,000 supporters added, 0 supporters changed.')).toBeVisible({
      timeout: 60_000,
    })
    console.log(`10,000 rows applied in ${Date.now() - started} ms`)
    const told = await page.evaluate(() => String(Reflect.get(window, 'told')))
    expect(told.match(/"progress"/g)?.length).toBeGreaterThan(10)
    expect(await page.evaluate(() => Reflect.get(window, 'hasShownProgress'))).toBe(true)
    // Other tests may write between the two steps.
    await expect(async () => {
      const download = page.waitForEvent('download')
      await page.getByRole('link', { name: 'download all supporters' }).click()
      const saved = await download
      expect(saved.suggestedFilename()).toMatch(/^supporters-\d{4}-\d{2}-\d{2}\.csv$/)
      await page.getByLabel('A file of supporters').setInputFiles(await saved.path())
      await check(page)
      await expect(page.getByText('The file changes nothing.')).toBeVisible()
    }).toPass({ timeout: 60_000 })
    await expect(page.getByText(/^Unchanged: 10,\d{3}$/)).toBeVisible()
  } finally {
    remove('Crowd of staff %')
  }
})
