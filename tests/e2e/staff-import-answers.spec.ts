import type { Page } from '@playwright/test'
import { base, expectDecent, readSite, run, signInAs } from './staff-site'
import { expect, test } from './test'

test.use({ site: 'STAFF' })
test.slow()

const csv = (text: string) => ({
  name: 'file.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
})
const choose = (page: Page, text: string) => page.getByLabel('A file of supporters').setInputFiles(csv(text))
const check = (page: Page) => page.getByRole('button', { name: 'Check the file' }).click()
const remove = (like: string) => run(`DELETE FROM "Supporter" WHERE "name" LIKE ?`, like)

for (const javaScriptEnabled of [true, false])
  test(`a row with a question is added only if somebody says so, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled, baseURL: base() })
    const page = await context.newPage()
    const names = `Asked ${javaScriptEnabled}`
    const count = () => readSite(`SELECT 1 FROM "Supporter" WHERE "name" LIKE ?`, `${names} %`).length
    // With positions, what others add meanwhile changes nothing in it.
    const file = `kind,name,position\norganisation,${names} & Sons,900050\norganisation,${names} and Sons,900051\n`
    await signInAs(page, `imp-asked-${javaScriptEnabled}`, 'publisher')
    await page.goto('/staff/supporters/import')
    const apply = async () => {
      if (!javaScriptEnabled) await page.getByLabel('The same file once more').setInputFiles(csv(file))
      await page.getByRole('button', { name: /^Apply/ }).click()
    }
    await choose(page, file)
    await check(page)
    await expect(page.getByText('Question: 1')).toBeVisible()
    await expect(page.getByText('Please look: Is this the same as line 2?')).toBeVisible()
    await expect(page.getByText('1 row has a question, so it isn’t added unless you say so.')).toBeVisible()
    if (javaScriptEnabled) await expectDecent(page)
    await apply()
    await expect(page.getByText('Done: 1 supporter added')).toBeVisible()
    expect(count()).toBe(1)

    await choose(page, file)
    await check(page)
    await page.getByLabel('Add the row with a question too: it is somebody new').check()
    await apply()
    await expect(page.getByText('Done: 1 supporter added')).toBeVisible()
    expect(count()).toBe(2)
    remove(`${names} %`)
    await context.close()
  })

for (const javaScriptEnabled of [true, false])
  test(`a question is answered in its row, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled, baseURL: base() })
    const page = await context.newPage()
    const start = `Answered ${javaScriptEnabled}`
    const links = () =>
      readSite(`SELECT "name" || ' ' || COALESCE("link", '') FROM "Supporter" WHERE "name" LIKE ?`, `${start} %`)
    const first = `kind,name,position\norganisation,${start} & Sons (AAS),900060\norganisation,${start} Trust (AAT),900061\n`
    const file = `kind,name,link\norganisation,${start} and Sons,sons.example\norganisation,${start} Trust,trust.example\n`
    await signInAs(page, `imp-answer-${javaScriptEnabled}`, 'publisher')
    await page.goto('/staff/supporters/import')
    const again = page.getByLabel('The same file once more')
    await choose(page, first)
    await check(page)
    if (!javaScriptEnabled) await again.setInputFiles(csv(first))
    await page.getByRole('button', { name: /^Apply/ }).click()
    await expect(page.getByText('Done: 2 supporters added')).toBeVisible()

    await page.goto('/staff/supporters/import')
    await choose(page, file)
    await check(page)
    await expect(page.getByText('Question: 2')).toBeVisible()
    const yes = `Yes, it is “${start} & Sons (AAS)”`
    const no = 'No, somebody else (leave it out)'
    if (javaScriptEnabled) {
      await expectDecent(page)
      await page.getByRole('button', { name: yes }).click()
      await expect(page.getByText('Question: 1')).toBeVisible()
      await page.getByRole('button', { name: no }).click()
    } else {
      await page.getByRole('radio', { name: yes }).check()
      await page.getByRole('radio', { name: no }).nth(1).check()
      await page.getByLabel('The same file, to check it again').setInputFiles(csv(file))
      await page.getByRole('button', { name: 'Check again with these answers' }).click()
    }
    await expect(page.getByText('Question: 0')).toBeVisible()
    await page.getByText('Changed: 1').click()
    await expect(page.getByText(`Linked to “${start} & Sons (AAS)”`)).toBeVisible()
    await expect(page.getByText('1 row is left out.')).toBeVisible()
    if (!javaScriptEnabled) await again.setInputFiles(csv(file))
    await page.getByRole('button', { name: /^Apply/ }).click()
    await expect(page.getByText('Done: 0 supporters added, 1 supporter changed.')).toBeVisible()
    expect(links()).toEqual([`${start} & Sons (AAS) https://sons.example/`, `${start} Trust (AAT) `])
    remove(`${start} %`)
    await context.close()
  })

test('without JavaScript, wrong rows can be left out too', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: base() })
  const page = await context.newPage()
  const file = 'kind,name,joined on\norganisation,Left In,\norganisation,Left Out,31/12/99\n'
  await signInAs(page, 'imp-wrong', 'publisher')
  await page.goto('/staff/supporters/import')
  await choose(page, file)
  await check(page)
  await expect(page.getByText('31 Dec 2099 is still to come. Check the year. It says “31/12/99”.')).toBeVisible()
  await page.getByLabel('The same file, to check it again').setInputFiles(csv(file))
  await page.getByRole('button', { name: 'Check again without the wrong row' }).click()
  await expect(page.getByText('1 row is left out.')).toBeVisible()
  await expect(page.getByText('New: 1')).toBeVisible()
  await context.close()
})
