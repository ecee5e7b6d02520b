// npm run reading-age: how old a reader has to be for the words of each public page, by Flesch and Kincaid's formula.
import path from 'node:path'
import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'
import { ensureBuilt } from '../../lib/cli/setup.mjs'
import { startBrowser } from './browser'
import { startShippedServer } from './server'
import { makeFolder } from './sites'

const paths = [
  '/',
  '/asks/guardians',
  '/asks/long-term-plan',
  '/supporters',
  '/about',
  '/privacy',
  '/accessibility',
  '/find',
  '/take-action',
  '/take-action/manchester-central',
]
const mostYears = 12

// A grade of the formula is a school year of the United States; children are five before the first.
const yearsBefore = 5

/** The reader's age in years for sentences, each of one or more words. */
function measureAge(texts: string[]): { age: number; words: number } {
  const sentences = texts.flatMap((text) =>
    [...new Intl.Segmenter('en-GB', { granularity: 'sentence' }).segment(text)].map(({ segment }) => segment),
  )
  const words = sentences.flatMap((text) =>
    [...new Intl.Segmenter('en-GB', { granularity: 'word' }).segment(text)]
      .filter(({ isWordLike }) => isWordLike)
      .map(({ segment }) => segment),
  )
  const grade = fleschKincaid({
    sentence: sentences.length,
    word: words.length,
    syllable: words.reduce((sum, word) => sum + syllable(word), 0),
  })
  return { age: grade + yearsBefore, words: words.length }
}

await ensureBuilt()
const site = await startShippedServer(path.join(makeFolder('reading-age'), 'site.db'))
const browser = await startBrowser()
try {
  const page = await browser.newPage({ javaScriptEnabled: false })
  for (const each of paths) {
    await page.goto(site.url + each)
    // Names in lists, headings and buttons are no sentences.
    const texts = await page.locator('main :is(p, li):not(:has(p, li))').allInnerTexts()
    const letter = await page
      .locator('.paper textarea')
      .evaluateAll((all) => all.map(({ textContent }) => textContent ?? ''))
    const sentences = [...texts, ...letter].map((text) => text.trim()).filter((text) => /[.!?:…]$/.test(text))
    const { age, words } = measureAge(sentences)
    console.log(
      `${each.padEnd(34)} ${age.toFixed(1).padStart(5)} years  ${words} words${age > mostYears ? '  over ' + mostYears : ''}`,
    )
    if (age > mostYears) process.exitCode = 1
  }
} finally {
  await browser.close()
  await site.stop()
}
