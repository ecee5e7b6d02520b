import type { Page } from '@playwright/test'
import { ambiguous, manchester, retired, vacantSeat } from './places'
import { expect, expectAccessible, expectReflow, test } from './test'

type Case = { name: string; typed: string; outcome: string; says: string; isFieldError: boolean; link?: string }

const cases: Case[] = [
  {
    name: 'no match',
    typed: 'xyzzyqq',
    outcome: 'no-match',
    says: 'Nothing found for “xyzzyqq”',
    isFieldError: true,
    link: '/find',
  },
  { name: 'names', typed: 'somewhere in Leeds', outcome: 'names', says: 'Leeds South', isFieldError: false },
  { name: 'invalid when empty', typed: '', outcome: 'invalid', says: 'Enter your postcode', isFieldError: true },
  {
    name: 'not-found',
    typed: 'm1 9zz',
    outcome: 'not-found',
    says: 'We can’t find M1 9ZZ',
    isFieldError: true,
    link: '/find',
  },
  {
    name: 'terminated',
    typed: retired.postcode,
    outcome: 'terminated',
    says: 'no longer in use',
    isFieldError: true,
    link: retired.link,
  },
  {
    name: 'Channel Islands',
    typed: 'JE2 4WD',
    outcome: 'not-represented',
    says: 'Channel Islands',
    isFieldError: false,
  },
  { name: 'Isle of Man', typed: 'IM1 1AD', outcome: 'not-represented', says: 'Isle of Man', isFieldError: false },
  { name: 'forces', typed: 'BFPO 57', outcome: 'not-represented', says: 'forces', isFieldError: false, link: '/find' },
  {
    name: 'overseas',
    typed: 'GX11 1AA',
    outcome: 'not-represented',
    says: 'outside the UK',
    isFieldError: false,
    link: '/find',
  },
  {
    name: 'Northern Ireland while the service fails',
    typed: 'BT99 5ZZ',
    outcome: 'northern-ireland',
    says: 'Northern Ireland',
    isFieldError: false,
    link: '/find/northern-ireland',
  },
  {
    name: 'a repaired reading',
    typed: ambiguous.typed,
    outcome: 'found',
    says: ambiguous.postcode,
    isFieldError: false,
    link: ambiguous.link,
  },
]

const scripted = (page: Page) => page.getByRole('link', { name: 'or press Escape three times' })

test('after an answer that never came, Back has what was typed, and the next attempt finds the MP', async ({
  page,
  consoleErrors,
}) => {
  for (const [path, label, text, button] of [
    ['/', 'Your postcode', manchester.postcode, 'Find my MP'],
    ['/take-action', 'Your postcode', manchester.postcode, 'Find my MP'],
    ['/find', 'Constituency or MP’s name', 'Ynys Mon', 'Search'],
  ] as const) {
    await page.goto(path)
    await expect(scripted(page)).toBeVisible()
    await page.route('**', (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({ status: 503, contentType: 'text/html', body: '<h1>Busy</h1>' })
        : route.continue(),
    )
    await page.getByLabel(label).first().fill(text)
    await page.getByRole('button', { name: button }).first().click()
    await expect(page.getByRole('heading', { name: 'Busy' })).toBeVisible()
    await page.unroute('**')
    await page.goBack()
    await expect(page.getByLabel(label).first()).toHaveValue(text)
    await page.getByRole('button', { name: button }).first().click()
    if (path === '/find') await expect(page.getByRole('heading', { name: 'constituency found' })).toBeVisible()
    else await expect(page).toHaveURL(`/take-action/${manchester.slug}`)
  }
  expect(consoleErrors.splice(0).every((message) => message.includes('status of 503'))).toBe(true)
})

test('the tab remembers the postcode for the letter, from the front page too', async ({ page }) => {
  for (const path of ['/', '/take-action']) {
    await page.goto(path)
    await expect(scripted(page)).toBeVisible()
    await page.evaluate(() => sessionStorage.clear())
    await page.getByLabel('Your postcode').first().fill(` ${manchester.postcode.toLowerCase()} `)
    await page.getByRole('button', { name: 'Find my MP' }).first().click()
    await expect(page).toHaveURL(`/take-action/${manchester.slug}`)
    expect(await page.evaluate(() => sessionStorage.getItem('sender_postcode'))).toBe(manchester.postcode)
  }
})

test('a double press sends once; the button works again after Back, and when no answer came', async ({ page }) => {
  let posts = 0
  page.on('request', (request) => void (request.method() === 'POST' && posts++))
  await page.goto('/take-action')
  await expect(scripted(page)).toBeVisible()
  await page.getByLabel('Your postcode').fill(manchester.postcode)
  await page.getByRole('button', { name: 'Find my MP' }).dblclick()
  await expect(page).toHaveURL(`/take-action/${manchester.slug}`)
  expect(posts).toBe(1)
  await page.goBack()
  await page.getByRole('button', { name: 'Find my MP' }).click()
  await expect(page).toHaveURL(`/take-action/${manchester.slug}`)
  expect(posts).toBe(2)

  await page.goto('/take-action')
  await expect(scripted(page)).toBeVisible()
  await page.route(
    '/take-action',
    (route) => (route.request().method() === 'POST' ? route.fulfill({ status: 204 }) : route.continue()),
    {
      times: 1,
    },
  )
  await page.getByLabel('Your postcode').fill(manchester.postcode)
  await expect(async () => {
    await page.getByRole('button', { name: 'Find my MP' }).click({ timeout: 1_000 })
    await expect(page).toHaveURL(`/take-action/${manchester.slug}`, { timeout: 1_000 })
  }).toPass()
})

for (const isScripted of [true, false]) {
  test.describe(isScripted ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: isScripted })

    for (const { name, typed, outcome, says, isFieldError, link } of cases) {
      test(`${name}: explains the problem and keeps what was typed`, async ({ page }) => {
        await page.goto('/take-action')
        await page.getByLabel('Your postcode').first().fill(typed)
        await page.getByRole('button', { name: 'Find my MP' }).first().click()
        const summary = page.locator(`[data-outcome=${outcome}]`)
        await expect(summary).toContainText(says)
        const field = page.getByLabel('Your postcode').first()
        await expect(field).toHaveValue(typed)
        await expect(summary).toBeFocused()
        if (isFieldError) {
          await expect(field).toHaveAttribute('aria-invalid', 'true')
          await expect(field).toHaveAccessibleDescription(/Error: \S/)
          await expect(summary.getByRole('link').first()).toHaveAttribute('href', '#postcode')
        }
        if (link) await expect(summary.locator(`a[href="${link}"]`)).toBeVisible()
        expect(page.url()).toMatch(/\/take-action$/)
        if (isScripted) await expect(page).toHaveTitle(isFieldError ? /^Error: / : /^(?!Error)/)
        if (isScripted) await expectAccessible(page)
        await page.setViewportSize({ width: 320, height: 640 })
        if (isScripted) await expectReflow(page)
      })
    }

    test('found: goes to the MP, from the front page too', async ({ page }) => {
      for (const start of ['/', '/take-action']) {
        await page.goto(start)
        await page
          .getByLabel('Your postcode')
          .first()
          .fill(` ${manchester.postcode.toLowerCase().replace(' ', '')} `)
        await page.getByRole('button', { name: 'Find my MP' }).first().click()
        await expect(page).toHaveURL(`/take-action/${manchester.slug}`)
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lucy Powell')
        await expect(page.getByText('checked on 31 August 2026')).toBeVisible()
      }
    })

    test('found in Northern Ireland through postcodes.io', async ({ page }) => {
      await page.goto('/take-action')
      await page.getByLabel('Your postcode').first().fill('BT1 5GS')
      await page.getByRole('button', { name: 'Find my MP' }).first().click()
      await expect(page).toHaveURL('/take-action/belfast-south-and-mid-down')
    })

    test('vacant: the constituency’s page says that there is no MP', async ({ page }) => {
      await page.goto('/take-action')
      await page.getByLabel('Your postcode').first().fill(vacantSeat.postcode)
      await page.getByRole('button', { name: 'Find my MP' }).first().click()
      await expect(page).toHaveURL(`/take-action/${vacantSeat.slug}`)
      await expect(page.locator('[data-outcome=vacant]')).toContainText('no MP right now')
      await expect(page.getByRole('textbox')).toHaveCount(0)
      if (isScripted) await expectAccessible(page)
    })

    test.describe('while Parliament is dissolved', () => {
      test.use({ site: 'DISSOLVED' })

      test('dissolved: no form and no MP anywhere', async ({ page }) => {
        for (const path of ['/', '/take-action', `/take-action/${manchester.slug}`, '/find', '/find/london']) {
          // A page from the build is re-rendered on the first visit after its ten seconds.
          await expect(async () => {
            await page.goto(path)
            await expect(page.locator('[data-outcome=dissolved]')).toContainText('no MPs right now', { timeout: 500 })
          }).toPass({ timeout: 30_000 })
          await expect(page.getByRole('textbox')).toHaveCount(0)
          await expect(page.locator('main')).not.toContainText(/Lucy Powell|(?<!Was )MP for/)
          if (isScripted) await expectAccessible(page)
        }
      })
    })

    test.describe('without postcodes.io', () => {
      test.use({ site: 'OFFLINE' })

      test('Northern Ireland gets a question with its constituencies, the likely ones first', async ({ page }) => {
        await page.goto('/take-action')
        await page.getByLabel('Your postcode').first().fill('BT1 5GS')
        await page.getByRole('button', { name: 'Find my MP' }).first().click()
        const answer = page.locator('[data-outcome=northern-ireland]')
        await expect(answer).toContainText('Postcodes that begin with BT1 belong to the post town of Belfast')
        await expect(answer).not.toContainText('few minutes')
        await expect(answer.locator('.seat-choices a')).toHaveCount(18)
        await expect(answer.locator('.seat-choices a').first()).toHaveText('Belfast East')
      })
    })
  })
}
