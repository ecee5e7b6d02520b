import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import sharp from 'sharp'
import { findBrowser } from '../../lib/cli/find-browser.mjs'
import { ensureBuilt, root } from '../../lib/cli/setup.mjs'
import { browserArgs } from './browser-args'
import startServers from './servers'
import { openView, pages, states, type View } from './views'

// `npm run screenshots`: pictures of every public page and its states as a visitor sees them, from the production build
// with fresh databases. Names after `--` select some of them; `readme` retakes the picture in README.md.
const folder = path.join(root, '.screenshots')
const widths = [360, 768, 1280]
const colorSchemes = ['light', 'dark'] as const

const chosen = process.argv.slice(2)
const views = [...pages, ...states].filter(({ name }) => chosen.length === 0 || chosen.includes(name))
if (chosen.length === 0) rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
await ensureBuilt()
const stopServers = await startServers()
const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserArgs })
try {
  for (const colorScheme of colorSchemes) {
    const context = await browser.newContext({ colorScheme, locale: 'en-GB' })
    // The first visit doesn't use a font that loads late.
    const first = await context.newPage()
    await first.goto(process.env.E2E_MAIN ?? '')
    await first.evaluate(() => document.fonts.ready)
    if (colorScheme === 'light' && chosen.includes('readme')) await shootForReadme(context)
    for (const view of views) {
      await shoot(context, view, colorScheme)
      console.log(`${view.name}, ${colorScheme}`)
    }
  }
} finally {
  await browser.close()
  stopServers()
}
const files = (name: string) => colorSchemes.flatMap((scheme) => widths.map((width) => fileName(name, scheme, width)))
const rows = [...pages, ...states].map(
  ({ name }) =>
    `<h2>${name}</h2>${files(name)
      .map((file) => `<img src="${file}" alt="${file}" width="300">`)
      .join('\n')}`,
)
writeFileSync(
  path.join(folder, 'index.html'),
  `<!doctype html><meta charset="utf-8"><style>img { vertical-align: top }</style>${rows.join('\n')}`,
)

async function shoot(context: BrowserContext, view: View, colorScheme: string) {
  const page = await context.newPage()
  await openView(page, view)
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    // Pictures further down load only when they come near the viewport; a missing one never does.
    await page.locator('img').evaluateAll((all: HTMLImageElement[]) => {
      for (const img of all) img.loading = 'eager'
      return Promise.allSettled(all.map((img) => img.decode()))
    })
    await page.screenshot({ path: path.join(folder, fileName(view.name, colorScheme, width)), fullPage: true })
  }
  if (colorScheme === 'light') await print(page, view)
  await page.close()
}

/** The top of the front page, as README.md shows it. */
async function shootForReadme(context: BrowserContext) {
  const page = await context.newPage()
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto(process.env.E2E_MAIN ?? '')
  const file = path.join(root, 'tests/e2e/front-page.webp')
  await sharp(await page.screenshot())
    .webp({ quality: 84, effort: 6 })
    .toFile(file)
  await page.close()
  console.log(file)
}

async function print(page: Page, view: View) {
  if (!view.isPrinted) return
  await page.pdf({ path: path.join(folder, `${view.name}-print.pdf`), preferCSSPageSize: true })
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 673, height: 1017 }) // A4 without margins, in CSS pixels
  await page.screenshot({ path: path.join(folder, `${view.name}-print.png`), fullPage: true })
}

function fileName(name: string, colorScheme: string, width: number) {
  return `${name}-${colorScheme}-${width}.png`
}
