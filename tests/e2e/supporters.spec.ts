import { execFileSync } from 'node:child_process'
import type { Page } from '@playwright/test'
import { typescript } from '../../lib/cli/setup.mjs'
import { crowd } from './places'
import { expect, expectAccessible, expectReflow, test } from './test'

const count = (page: Page) => page.locator('#wall-count')
const names = (page: Page) => page.getByRole('heading', { level: 3 })

test('the wall describes every supporter as what they are now', async ({ page }) => {
  await page.goto('/supporters')
  await expect(count(page)).toHaveText('39 supporters')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Who supports the campaign')
  await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveText([
    'Members of Parliament',
    'House of Lords',
    'Former members of both Houses',
    'Organisations',
  ])
  await expect(names(page)).toHaveCount(39)
  const card = (name: string) =>
    page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) })
  await expect(card('Afzal Khan').getByRole('link', { name: 'Manchester Rusholme' })).toHaveAttribute(
    'href',
    '/take-action/manchester-rusholme',
  )
  await expect(card('Caroline Lucas')).toContainText('Former MP')
  await expect(card('Lord Hylton')).toContainText('Former member of the House of Lords')
  await expect(card('Lord Alton of Liverpool')).toContainText('Member of the House of Lords')
})

test.describe('with JavaScript', () => {
  test('filters while you type, within the page, and never in the URL', async ({ page }) => {
    await page.goto('/supporters')
    const search = page.getByLabel('Name, party or place')
    await search.pressSequentially('MEDECINS')
    await expect(count(page)).toHaveText('1 of 39 supporters')
    await expect(names(page).filter({ visible: true })).toHaveText(['Médecins du Monde'])
    await expect(page.getByRole('heading', { name: 'Members of Parliament' })).toBeHidden()
    await search.fill('')
    await page.getByLabel('Party', { exact: true }).selectOption('Plaid Cymru')
    await expect(names(page).filter({ visible: true })).toHaveText(['Ben Lake'])
    await page.getByLabel('Who').selectOption('Organisations')
    await expect(page.getByRole('heading', { name: 'No supporters match your search' })).toBeVisible()
    await expect(count(page)).toHaveText('0 of 39 supporters')
    await search.press('Enter')
    await expect(page).toHaveURL('/supporters')
    await page.getByRole('button', { name: 'Show everyone' }).click()
    await expect(count(page)).toHaveText('39 supporters')
    await expect(page.getByRole('heading', { name: 'No supporters match your search' })).toBeHidden()
  })
})

for (const cache of ['with', 'without'] as const)
  test(`the filter survives Back, ${cache} the browser’s page cache`, async ({ page }) => {
    // A page with an unload handler isn't kept.
    if (cache === 'without') await page.addInitScript(() => addEventListener('unload', () => {}))
    await page.goto('/supporters')
    await page.getByLabel('Name, party or place').fill('lake')
    await page.getByLabel('Party', { exact: true }).selectOption('Plaid Cymru')
    await page.getByRole('link', { name: 'Ceredigion Preseli' }).click()
    await page.waitForURL('**/take-action/**')
    await page.goBack()
    await expect(count(page)).toHaveText('1 of 39 supporters')
    await expect(page.getByLabel('Name, party or place')).toHaveValue('lake')
    await expect(page.getByLabel('Party', { exact: true })).toHaveValue('Plaid Cymru')
    await expect(page).toHaveURL('/supporters')
  })

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the form responds with a page that isn’t indexed', async ({ page }) => {
    await page.goto('/supporters')
    await page.getByLabel('Name, party or place').fill('medecins')
    await page.getByRole('button', { name: 'Show' }).click()
    await expect(page).toHaveURL('/supporters/search?q=medecins&kind=&party=&nation=')
    await expect(count(page)).toHaveText('1 of 39 supporters')
    await expect(names(page)).toHaveText(['Médecins du Monde'])
    await expect(page.getByLabel('Name, party or place')).toHaveValue('medecins')
    await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/)
    await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', /\/supporters$/)
    await page.getByLabel('Nation').selectOption('Wales')
    await page.getByRole('button', { name: 'Show' }).click()
    await expect(page.getByRole('heading', { name: 'No supporters match your search' })).toBeVisible()
    await page.getByRole('link', { name: 'Show everyone' }).first().click()
    await expect(count(page)).toHaveText('39 supporters')
  })

  for (const [query, shown] of [
    ['kind=bank&party=labour&nation=France', '39 supporters'],
    ['q=khan&q=lake', '39 supporters'],
    ['q=%00%ED%A0%80', '39 supporters'],
    [`q=${'x'.repeat(10_000)}`, '0 of 39 supporters'],
    ['kind=mp&nation=Wales', '2 of 39 supporters'],
  ] as const) {
    test(`/supporters/search?${query.slice(0, 40)} shows ${shown}`, async ({ page }) => {
      const answer = await page.goto(`/supporters/search?${query}`)
      expect(answer?.status()).toBe(200)
      await expect(count(page)).toHaveText(shown)
    })
  }
})

test.describe('while Parliament is dissolved', () => {
  test.use({ site: 'DISSOLVED' })

  test('nobody is called an MP', async ({ page }) => {
    await page.goto('/supporters')
    await expect(page.getByRole('heading', { name: 'MPs until Parliament was dissolved' })).toBeVisible()
    await expect(page.getByText('Was MP for Manchester Rusholme')).toBeVisible()
    await expect(page.getByText(/^MP for/)).toHaveCount(0)
  })

  test('a supporter who joins or leaves appears or disappears in time', async ({ request }) => {
    const save = (status: string) =>
      execFileSync(process.execPath, typescript('tests/e2e/save-supporter.ts', 'The Newcomers', status), {
        env: { ...process.env, DATABASE_URL: `file:${process.env.E2E_DISSOLVED_FOLDER}/site.db` },
      }).toString()
    // This process sleeps while the other runs, and a keep-alive connection would time out.
    const isThere = async () =>
      (await (await request.get('/supporters', { headers: { connection: 'close' } })).text()).includes('The Newcomers')
    expect(await isThere()).toBe(false)
    expect(save('published')).toContain('"saved"')
    await expect.poll(isThere, { timeout: 30_000 }).toBe(true)
    expect(save('hidden')).toContain('"version":2')
    await expect.poll(isThere, { timeout: 30_000 }).toBe(false)
  })
})

test.describe('with 500 supporters, some of them hostile', () => {
  test.use({ site: 'OFFLINE', javaScriptEnabled: false })

  for (const width of [320, 768, 1280]) {
    test(`the wall holds at ${width} px`, async ({ page, consoleErrors }) => {
      page.on('dialog', () => consoleErrors.push('a dialog'))
      await page.setViewportSize({ width, height: 900 })
      await openCrowd(page)
      await expectReflow(page)
      const cards = await page
        .locator('.supporter')
        .evaluateAll((all) =>
          all.map((card) => ({ height: card.clientHeight, isInside: card.scrollWidth <= card.clientWidth })),
        )
      expect(cards).toHaveLength(crowd.size)
      expect(Math.max(...cards.map(({ height }) => height))).toBeLessThan(420) // pixels
      expect(cards.every(({ isInside }) => isInside)).toBe(true)
      await expect(page.getByText('<script>alert(1)</script>').first()).toBeAttached()
      expect(await page.locator('main').textContent()).toContain('x'.repeat(10_000)) // only clipped visually
      forgetLostLogo(consoleErrors)
    })
  }

  test('a logo is shown above the name; a missing one shows nothing, and the name stays', async ({
    page,
    request,
    consoleErrors,
  }) => {
    await openCrowd(page)
    const card = (name: string) => page.locator('.supporter', { hasText: name })
    const source = (name: string) => card(name).locator('img').getAttribute('src')
    for (const name of [crowd.withLogo, crowd.withLostLogo]) {
      await card(name).scrollIntoViewIfNeeded()
      await expect
        .poll(() =>
          card(name)
            .locator('img')
            .evaluate((img: HTMLImageElement) => img.complete),
        )
        .toBe(true)
    }
    const shown = await card(crowd.withLogo).screenshot()
    const lost = await card(crowd.withLostLogo).screenshot()
    const hide = (part: string) =>
      page
        .locator(`.supporter-plate ${part}`)
        .evaluateAll((all) => all.forEach((each) => each instanceof HTMLElement && (each.style.visibility = 'hidden')))
    await hide('.supporter-logo')
    expect(await card(crowd.withLogo).screenshot()).not.toEqual(shown)
    expect(await card(crowd.withLostLogo).screenshot()).toEqual(lost) // nothing was drawn there
    await hide('.supporter-name')
    expect(await card(crowd.withLostLogo).screenshot()).not.toEqual(lost)
    forgetLostLogo(consoleErrors)

    const answer = await request.get((await source(crowd.withLogo)) ?? '')
    expect(answer.status()).toBe(200)
    expect(answer.headers()).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    })
    for (const path of [
      (await source(crowd.withLostLogo)) ?? '',
      '/supporters/logos/..%2f..%2fetc',
      '/supporters/logos/%00',
      `/supporters/logos/${'0'.repeat(32)}`,
    ]) {
      expect((await request.get(path)).status(), path).toBe(404)
    }
  })
})

test.describe('hostile names', () => {
  test.use({ site: 'OFFLINE' })

  test('are accessible', async ({ page }) => {
    await page.goto('/supporters/search?kind=peer')
    await expect(names(page)).toHaveCount(9)
    await expectAccessible(page)
  })
})

/** Opens the full wall. Straight after a build, the first visit still gets the page built without a database. */
async function openCrowd(page: Page) {
  await expect(async () => {
    await page.goto('/supporters')
    await expect(count(page)).toHaveText(`${crowd.size} supporters`, { timeout: 3_000 })
  }).toPass({ timeout: 90_000 })
}

/** Drops the browser's console error about the missing picture. */
function forgetLostLogo(consoleErrors: string[]) {
  const others = consoleErrors.filter((error) => !error.includes('status of 404'))
  consoleErrors.splice(0, consoleErrors.length, ...others)
}
