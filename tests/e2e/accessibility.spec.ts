import type { Page } from '@playwright/test'
import { listClippedTexts, listHeadingLevels, listMoving, listSmallTargets, walkByTab } from './audit'
import { expect, expectAccessible, expectContrast, expectReflow, test } from './test'
import { manchester } from './places'
import { enterPostcode, openView, pages, states, type View } from './views'

const desktop = { width: 1280, height: 800 }
const narrow = { width: 320, height: 640 }
const zoomed = { width: 320, height: 256 } // 1280 by 1024 at 400%

// WCAG 2.2, 1.4.12
const textSpacing =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }'

// Without scripts, the user agent distinguishes visitors: other tests count on the same seats.
test.use({ viewport: desktop, userAgent: 'accessibility' })

// The expected errors: a missing page, blocked scripts, hosts that don't resolve.
test.afterEach(({ consoleErrors }) => {
  consoleErrors.splice(0, Infinity, ...consoleErrors.filter((text) => !text.startsWith('Failed to load resource')))
})

// Every page is walked through by keyboard on a large and a small screen, each of its states on one of them.
const isPage = (view: View) => pages.includes(view)

for (const view of [...pages, ...states]) {
  test(`${view.name} is accessible`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' }) // from the start: a colour already in transition would carry on
    await openView(page, view)
    await test.step('axe finds nothing in any colour scheme', async () => {
      const closed = page.locator('details:not([open])')
      const opened = await closed.elementHandles()
      await closed.evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')))
      await expectAccessible(page)
      await page.emulateMedia({ colorScheme: 'dark' })
      await expectContrast(page)
      // Forced colours are the system's own; a state has no other parts than its page.
      if (isPage(view)) {
        await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' })
        await expectContrast(page)
      }
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' })
      for (const one of opened)
        await one.evaluate((element) => element instanceof HTMLElement && element.removeAttribute('open'))
    })
    await test.step('the heading outline has no gaps', async () => {
      const levels = await listHeadingLevels(page)
      expect(levels.filter((level) => level === 1)).toHaveLength(1)
      expect(
        levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1),
        `levels ${levels.join()}`,
      ).toEqual([])
      for (const role of ['banner', 'main', 'contentinfo'] as const) await expect(page.getByRole(role)).toHaveCount(1)
      const names = await page
        .getByRole('navigation')
        .evaluateAll((all) => all.map((nav) => nav.getAttribute('aria-label')))
      expect(new Set(names).size, names.join()).toBe(names.length)
      expect(names).not.toContain(null)
    })
    await test.step('nothing moves with reduced motion', async () => {
      expect(await listMoving(page)).toEqual([])
    })
    await test.step('Tab reaches everything and the focus is visible', async () => {
      expect(await walkByTab(page)).toEqual([])
    })
    await test.step('it reflows at 400% zoom and on a small screen, by keyboard too', async () => {
      await page.setViewportSize(zoomed)
      await expectReflow(page)
      if (isPage(view)) expect(await walkByTab(page)).toEqual([])
      await page.setViewportSize(narrow)
      expect(await listSmallTargets(page)).toEqual([])
    })
    await test.step('print has no controls', async () => {
      await page.emulateMedia({ media: 'print' })
      await expect(
        page.locator('button, input, select, textarea, nav, .skip-link').filter({ visible: true }),
      ).toHaveCount(0)
      await page.emulateMedia({ media: 'screen' })
    })
    await test.step('it holds with wide text spacing', async () => {
      // Not a style element: the content security policy of script-free pages forbids it.
      await page.evaluate((css) => {
        const sheet = new CSSStyleSheet()
        sheet.replaceSync(css)
        document.adoptedStyleSheets.push(sheet)
      }, textSpacing)
      for (const size of [narrow, desktop]) {
        await page.setViewportSize(size)
        await expectReflow(page)
        expect(await listClippedTexts(page)).toEqual([])
      }
    })
  })
}

test('with forced colours, shapes still show what they showed', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto('/take-action/manchester-rusholme')
  await expectBorders(page, [
    '.mp-card',
    '.mp-supports',
    '.monogram',
    '.progress-mark',
    '.paper',
    '.send button:visible',
    'textarea',
  ])
  await page.goto('/')
  await expectBorders(page, ['.button', '.card', '.people li', '.run', '.postcode-form button', '.leave'])
  // A progress bar with no visible fill looks the same full or empty.
  await page
    .locator('main')
    .evaluate((main) => main.insertAdjacentHTML('afterbegin', '<progress max="2" value="1"></progress>'))
  const bar = page.locator('progress').first()
  const half = await bar.screenshot()
  await bar.evaluate((element: HTMLProgressElement) => (element.value = 0))
  expect(await bar.screenshot()).not.toEqual(half)
  const button = page.getByRole('button', { name: 'Find my MP' }).first()
  await button.focus()
  await page.keyboard.press('Shift+Tab')
  const calm = await button.screenshot()
  await page.keyboard.press('Tab')
  await expect(button).toBeFocused()
  await expect(button).toHaveCSS('outline-style', 'solid')
  expect(await button.evaluate((element) => getComputedStyle(element).outlineColor)).not.toBe(
    await button.evaluate(() => getComputedStyle(document.body).backgroundColor),
  )
  expect(calm.length).toBeGreaterThan(0)
})

test('screen readers get the right announcements', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('banner')).toMatchAriaSnapshot(`
    - banner:
      - link "Leave site, or press Escape three times"
      - link "Skip to the main part"
      - navigation "Main":
        - link "Our asks"
        - link "Supporters"
        - link "All MPs"
      - link "Stable Futures"
      - link "Take action"
  `)
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - heading "Every child deserves a future they can plan for" [level=1]
    - textbox "Your postcode"
    - button "Find my MP"
  `)
  await page.goto('/take-action')
  await enterPostcode(page, 'nonsense')
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - heading "Write to your MP" [level=1]
    - group "Nothing found for “nonsense”":
      - heading "Nothing found for “nonsense”" [level=2]
      - paragraph:
        - link "Try your postcode, your MP’s name, or the nearest town"
    - textbox "Your postcode"
    - button "Find my MP"
  `)
  await enterPostcode(page, manchester.postcode)
  await page.waitForURL(`**/take-action/${manchester.slug}`)
  await page.getByText('Other ways').click()
  const named = {
    heading: ['Lucy Powell', 'Your letter', 'Then back it up with a public post'],
    textbox: [
      'Your name',
      'Your address',
      'Your postcode',
      'Why does this matter to you?',
      'Anything local you’d like to add?',
      'Subject',
      'Greeting of your letter',
      'Your own words of your letter',
      'Paragraph 4 of your letter',
      'Signature of your letter',
      'Your post',
    ],
    button: [
      'As a parent, I…',
      'Send my letter',
      'Gmail',
      'Outlook',
      'Yahoo',
      'Print it as a letter',
      'Copy the address',
      'Copy the letter',
      'X',
      'Bluesky',
      'Facebook',
      'Threads',
      'WhatsApp',
      'Copy the post',
      'Clear my details',
    ],
    group: ['Ways to begin a sentence'],
    link: ['who to call'],
  } as const
  for (const role of ['heading', 'textbox', 'button', 'group', 'link'] as const) {
    for (const name of named[role])
      await expect(page.getByRole('main').getByRole(role, { name }).first(), `${role} ${name}`).toBeVisible()
  }
})

test('the style guide exists in development only', async ({ page }) => {
  expect((await page.goto('/styleguide'))?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('We can’t find that page')
})

async function expectBorders(page: Page, selectors: string[]) {
  for (const selector of selectors) {
    const borders = await page.locator(selector).evaluateAll((all) =>
      all.map((element) => {
        const { borderTopStyle, borderTopWidth, borderLeftWidth, borderLeftColor } = getComputedStyle(element)
        return (
          borderTopStyle !== 'none' &&
          Math.max(Number.parseFloat(borderTopWidth), Number.parseFloat(borderLeftWidth)) >= 1 &&
          !/^rgba\(.*, 0\)$/.test(borderLeftColor)
        )
      }),
    )
    expect(borders.length, selector).toBeGreaterThan(0)
    expect(borders, selector).not.toContain(false)
  }
}
