import { ambiguous, manchester, retired, vacantSeat } from './places'
import { expect, expectAccessible, expectReflow, test } from './test'

type Case = { name: string; typed: string; outcome: string; says: string; isFieldError: boolean; link?: string }

const cases: Case[] = [
  {
    name: 'invalid',
    typed: 'somewhere in Leeds',
    outcome: 'invalid',
    says: 'Enter a full UK postcode',
    isFieldError: true,
  },
  { name: 'invalid when empty', typed: '', outcome: 'invalid', says: 'Enter a full UK postcode', isFieldError: true },
  {
    name: 'not-found',
    typed: 'm1 9zz',
    outcome: 'not-found',
    says: 'We cannot find M1 9ZZ',
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
    name: 'unavailable',
    typed: 'BT99 5ZZ',
    outcome: 'unavailable',
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

test('a missing response is reported, what was typed stays, and the next attempt finds the MP', async ({
  page,
  consoleErrors,
}) => {
  const refuse = (address: string) =>
    page.route(address, (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({ status: 503, contentType: 'text/html', body: '<h1>Busy</h1>' })
        : route.continue(),
    )
  await page.goto('/take-action')
  await refuse('/take-action')
  await page.getByLabel('Your postcode').fill(manchester.postcode)
  await page.getByRole('button', { name: 'Find my MP' }).click()
  await expect(page.locator('[data-outcome=unanswered]')).toBeFocused()
  await expect(page.locator('[data-outcome=unanswered]')).toContainText('We couldn’t look that up just now')
  await expect(page.getByLabel('Your postcode')).toHaveValue(manchester.postcode)
  await expectAccessible(page)
  await page.unroute('/take-action')
  await page.getByRole('button', { name: 'Find my MP' }).click()
  await expect(page).toHaveURL(`/take-action/${manchester.slug}`)

  await page.goto('/find')
  await refuse('/find')
  await page.getByLabel('Constituency or MP’s name').fill('Chorley')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByRole('heading', { name: 'We couldn’t search just now' })).toBeVisible()
  await expect(page.getByLabel('Constituency or MP’s name')).toHaveValue('Chorley')
  await page.unroute('/find')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByRole('heading', { name: '1 seat found' })).toBeVisible()
  expect(consoleErrors.splice(0).every((text) => text.includes('status of 503'))).toBe(true)
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

      test('unavailable: Northern Ireland gets its list of constituencies', async ({ page }) => {
        await page.goto('/take-action')
        await page.getByLabel('Your postcode').first().fill('BT1 5GS')
        await page.getByRole('button', { name: 'Find my MP' }).first().click()
        await page.getByRole('link', { name: 'Choose from the 18 seats' }).click()
        await expect(page.locator('main').getByRole('listitem')).toHaveCount(18)
      })
    })
  })
}
