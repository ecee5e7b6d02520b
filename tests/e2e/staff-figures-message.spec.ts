import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { Page } from '@playwright/test'
import { base, expectDecent, readSite, signInAs } from './staff-site'
import { expect, test } from './test'

test.use({ site: 'STAFF' })
test.slow()

/** Opens the post of a constituency, and returns the number and the name of the message that its page offered. */
async function handOff(visitor: Page, slug: string) {
  await visitor.goto(`${base()}/take-action/${slug}`)
  const id = Number(await visitor.locator('input[name=rule]').inputValue())
  const [name] = readSite('SELECT name FROM MessageRule WHERE id = ?', id)
  const before = countOf(id)
  await visitor.getByRole('button', { name: 'X', exact: true }).click()
  await expect.poll(() => countOf(id)).toBeGreaterThan(before)
  return { id, name: String(name) }
}

const countOf = (id: number) =>
  Number(readSite(`SELECT coalesce(sum(count), 0) FROM MessageTotal WHERE ruleId = ? AND kind = 'opened'`, id)[0])

test('two hand-offs under two messages, with and without JavaScript, are figures of two messages', async ({
  page,
  browser,
}) => {
  const scripted = await browser.newContext()
  const first = await handOff(await scripted.newPage(), 'chorley')
  const plain = await browser.newContext({ javaScriptEnabled: false })
  const visitor = await plain.newPage()
  const second = await handOff(visitor, 'aberdeen-north')
  expect(first.id).not.toBe(second.id)

  const old = await scripted.newPage()
  await old.goto(`${base()}/take-action/belfast-east?s=share-link`)
  const total = () => Number(readSite(`SELECT sum(count) FROM SourceTotal`)[0])
  const before = total()
  // As a page that was opened before the update reports it.
  await old.route('**/api/actions', (route) => {
    return route.continue({ postData: JSON.stringify({ ...route.request().postDataJSON(), rule: undefined }) })
  })
  await old.getByRole('button', { name: 'X', exact: true }).click()
  await expect.poll(total).toBeGreaterThan(before)

  await signInAs(page, 'by-message', 'editor')
  await page.goto('/staff/figures')
  const opened = page.getByRole('table', { name: 'Opened, by message' })
  for (const { name } of [first, second])
    await expect(
      opened.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) }),
    ).toHaveText(/[1-9]/)
  await expect(opened.getByRole('row').last()).toContainText('Not known by message')
  await expect(page.getByRole('table', { name: 'Confirmed as sent, by message' })).toBeVisible()
  await expectDecent(page)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'by message' }).click()
  const rows: string[][] = parse(readFileSync(await (await download).path(), 'utf8'), { bom: true })
  expect(rows.map(([name]) => name)).toEqual(expect.arrayContaining([first.name, second.name, 'Not known by message']))
  await scripted.close()
  await plain.close()
})
