import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { manchester } from './places'
import { expect, expectAccessible, expectReflow, test } from './test'

test('the whole journey by keyboard alone', async ({ page }) => {
  await page.goto('/')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Leave site' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the main part' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('Your postcode').first()).toBeFocused()
  await page.keyboard.type('nonsense')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-outcome=no-match]')).toBeVisible()
  await expect(page.locator('main')).toBeFocused() // the skip link's #main is still in the URL
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter') // the summary's link moves focus to the field
  await expect(page.getByLabel('Your postcode').first()).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(manchester.postcode)
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/take-action/${manchester.slug}#postcode`) // the fragment survives the redirect
  const reachable = new Set<string>()
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab')
    const focused = page.locator(':focus')
    if ((await focused.count()) === 0) break
    const outline = await focused.evaluate((element) => getComputedStyle(element).outlineStyle)
    expect(outline, 'what has focus can be seen').not.toBe('none')
    reachable.add((await focused.innerText()) || (await focused.getAttribute('id')) || '')
  }
  for (const part of [
    'sender_name',
    'subject',
    'part0',
    'Send my letter',
    'Other ways',
    'post',
    'X',
    'Copy the post',
  ]) {
    expect([...reachable]).toContain(part)
  }
})

for (const isScripted of [true, false]) {
  test.describe(isScripted ? 'picker with JavaScript' : 'picker without JavaScript', () => {
    test.use({ javaScriptEnabled: isScripted })

    test('finds a constituency by MP or place, with no search in the URL', async ({ page }) => {
      await page.goto('/find')
      for (const [query, seat] of [
        ['afzal', 'Manchester Rusholme'],
        ['ynys mon', 'Ynys Môn'],
        ['stratford', 'Stratford-on-Avon'],
      ] as const) {
        await page.getByLabel('Constituency or MP’s name').fill(query)
        await page.getByRole('button', { name: 'Search' }).click()
        await expect(page.getByRole('heading', { name: /constituenc(y|ies) found/ })).toBeVisible()
        await expect(page.getByRole('link', { name: seat, exact: true })).toBeVisible()
        await expect(page.getByLabel('Constituency or MP’s name')).toHaveValue(query)
        expect(page.url()).toMatch(/\/find$/)
      }
      if (isScripted) await expectAccessible(page)
      await page.getByLabel('Constituency or MP’s name').fill('zzz')
      await page.getByRole('button', { name: 'Search' }).click()
      await expect(page.getByRole('heading', { name: 'Nothing found for “zzz”' })).toBeVisible()
      await page.setViewportSize({ width: 320, height: 640 })
      if (isScripted) await expectReflow(page)
    })

    test('reaches all 650 constituencies by links', async ({ page }) => {
      await page.goto('/find')
      const regions = await page
        .locator('main a[href^="/find/"]')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
      const seats = new Set<string | null>()
      for (const region of regions) {
        await page.goto(region)
        for (const href of await page
          .locator('.seat-list a')
          .evaluateAll((all) => all.map((a) => a.getAttribute('href'))))
          seats.add(href)
      }
      expect(seats.size).toBe(650)
    })

    test('“Not your constituency?” offers its neighbours and the search', async ({ page }) => {
      await page.goto(`/take-action/${manchester.slug}`)
      await page.getByText('Not your constituency?').click()
      await expect(page.getByRole('link', { name: 'choose from all 650' })).toBeVisible()
      await page.getByRole('link', { name: 'Manchester Rusholme' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Afzal Khan')
    })

    test('a journey leaves no trace of a postcode, name or address', async ({ page }) => {
      const marker = { postcode: 'EH1 1BB', name: 'Marker Personsson', address: '7 Marker Close' }
      const words = { why: 'Markerwhy matters', link: 'Markerlink to here' }
      const headers: string[] = []
      page.on('response', async (response) => {
        headers.push(response.url(), JSON.stringify(await response.allHeaders().catch(() => ({}))))
      })
      // With JavaScript, nothing that goes into the email leaves the browser.
      const sent: string[] = []
      page.on(
        'request',
        (request) => isScripted && !request.isNavigationRequest() && sent.push(request.postData() ?? ''),
      )
      await page.goto('/')
      await page.getByLabel('Your postcode').first().fill('eh11bb!')
      await page.getByRole('button', { name: 'Find my MP' }).first().click()
      await expect(page.getByLabel('Subject')).toBeVisible()
      const fillDetails = async () => {
        await page.getByLabel('Your name').fill(marker.name)
        await page.getByLabel('Your address').fill(marker.address)
        await page.getByLabel('Your postcode').fill(marker.postcode)
        await page.getByLabel('Why does this matter to you?').fill(words.why)
        await page.getByLabel('Anything local').fill(words.link)
      }
      await fillDetails()
      if (isScripted)
        await expect(page.getByLabel('Signature of your letter')).toHaveValue(
          new RegExp(`${marker.name}\n${marker.address}\n${marker.postcode}`),
        )
      const text = `Hello\n${marker.name}\n${marker.address}\n${marker.postcode}`
      await page.getByLabel('Paragraph 4 of your letter').fill(text)
      await page.getByLabel('Your post', { exact: true }).fill(`${marker.name} ${marker.postcode}`)
      const answered = page.waitForResponse((response) => response.request().method() === 'POST')
      await page.getByRole('button', { name: 'Send my letter' }).click()
      await answered
      if (isScripted) {
        const confirmed = page.waitForResponse((response) => response.request().method() === 'POST')
        await page.getByRole('button', { name: 'Yes, sent' }).click()
        await confirmed
        const detailsSent = sent.join()
        expect(detailsSent).toContain('confirmed')
        for (const trace of [...Object.values(marker), ...Object.values(words)])
          expect(detailsSent).not.toContain(trace)
      }
      const answers = await Promise.all(
        ['/api/counts', '/api/counts/S14000078', '/api/counts/S14000079', '/api/health'].map(async (api) =>
          (await page.request.get(api)).text(),
        ),
      )
      await page.goto('/take-action')
      await page.getByLabel('Your postcode').first().fill(`${marker.postcode} SW1A 0AA ${marker.name}`)
      await page.getByRole('button', { name: 'Find my MP' }).first().click()
      await expect(page.locator('[data-outcome=several-postcodes]')).toBeVisible()

      const folder = process.env.E2E_MAIN_FOLDER ?? ''
      const files = [...readdirSync(folder).map((name) => path.join(folder, name)), `${folder}.log`]
      expect(files.length).toBeGreaterThanOrEqual(2)
      const left =
        files.map((file) => readFileSync(file, 'latin1')).join('\n') + headers.join('\n') + answers.join('\n')
      expect(left).toContain('ready') // proves that the log was read
      for (const trace of [
        'EH1 1BB',
        'EH11BB',
        'EH1%201BB',
        'EH1+1BB',
        'Personsson',
        'Marker Close',
        'Marker%20Close',
        'Markerwhy',
        'Markerlink',
      ]) {
        expect(left.toUpperCase().includes(trace.toUpperCase()), trace).toBe(false)
      }
    })
  })
}

test('no page makes a third-party request, and none sets a cookie', async ({ page, context, baseURL }) => {
  const hosts = new Set<string>()
  page.on('request', (request) => hosts.add(new URL(request.url()).origin))
  for (const path of ['/', '/take-action', '/find', `/take-action/${manchester.slug}`]) {
    await page.goto(path)
    await page.waitForLoadState('networkidle')
  }
  expect([...hosts]).toEqual([baseURL])
  expect(await context.cookies()).toEqual([])
})
