import type { Page } from '@playwright/test'
import { expect, expectReflow, test } from './test'
import { openView, pages, states } from './views'

/** What is wider than the screen. */
function listTooWide(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => element.checkVisibility() && !element.closest('.visually-hidden, svg'))
      .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .map((element) => element.outerHTML.slice(0, 120)),
  )
}

const widths = [320, 360, 768, 1280]

test.afterEach(({ consoleErrors }) => {
  consoleErrors.splice(0, Infinity, ...consoleErrors.filter((text) => !text.startsWith('Failed to load resource')))
})

/** Texts that a narrow place breaks into single letters. */
function listOneLetterWide(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main *, header *, footer *')]
      .filter((element) => element.checkVisibility() && !element.closest('.visually-hidden, svg, [aria-hidden]'))
      .filter(({ childNodes }) => [...childNodes].some((node) => node instanceof Text && /\w{4}/.test(node.data)))
      .filter((element) => {
        const { width, height } = element.getBoundingClientRect()
        const size = Number.parseFloat(getComputedStyle(element).fontSize)
        return width < 2 * size && height > 2 * size
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  )
}

async function expectHolds(page: Page, percent: number) {
  // Not a style element: the content security policy forbids it.
  await page.evaluate((size) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`html { font-size: ${size}% !important }`)
    document.adoptedStyleSheets = [sheet]
  }, percent)
  for (const width of widths) {
    await page.setViewportSize({ width, height: 740 })
    await test.step(`${percent}% at ${width} pixels`, async () => {
      expect(await listTooWide(page)).toEqual([])
      await expectReflow(page)
      expect(await listOneLetterWide(page)).toEqual([])
    })
  }
}

const shown = ['not-found', 'form-error', 'search-found', 'seat-vacant', 'seat-supporter', 'seat-dissolved', 'thanks']

for (const view of [...pages, ...states.filter(({ name }) => shown.includes(name))])
  test(`${view.name} fits the screen with larger text`, async ({ page }) => {
    await openView(page, view)
    for (const percent of [130, 200]) await expectHolds(page, percent)
  })

/** A browser that doesn’t know `field-sizing`: an iPhone of 2025, an old Android phone. */
function withoutFieldSizing() {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('textarea { field-sizing: fixed !important }')
  document.adoptedStyleSheets = [sheet]
  CSS.supports = () => false
}

/** The paragraphs of the letter that are cut off. */
const listCut = (page: Page) =>
  page
    .locator('.part textarea')
    .evaluateAll((areas) =>
      areas
        .filter((area) => area.checkVisibility() && area.scrollHeight > area.clientHeight + 1)
        .map((area) => ({ id: area.id, overflow: getComputedStyle(area).overflowY })),
    )

test('no paragraph is cut off where text areas don’t size themselves, however the phone is held', async ({ page }) => {
  await page.addInitScript(withoutFieldSizing)
  await page.setViewportSize({ width: 740, height: 360 })
  await page.goto('/take-action/manchester-central')
  await page.getByLabel('Why does this matter to you?').fill('I have fostered children who came alone. '.repeat(8))
  await page.getByLabel('Your address').fill('Flat 12\n3 Long Lane of Many Words\nManchester')
  await expect(page.getByLabel('Signature of your letter')).toHaveValue(/Long Lane/)
  expect(await listCut(page)).toEqual([])
  for (const width of [320, 1280, 360]) {
    await page.setViewportSize({ width, height: 740 })
    await expect.poll(() => listCut(page)).toEqual([])
  }
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('a paragraph that is longer than its text area can be scrolled', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 740 })
    await page.goto('/take-action/manchester-central')
    await page.evaluate(withoutFieldSizing)
    expect((await listCut(page)).filter(({ overflow }) => overflow !== 'auto')).toEqual([])
  })
})
