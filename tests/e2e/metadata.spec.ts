import { readFileSync } from 'node:fs'
import { expect, test } from './test'

// All pages in the sitemap, but only two of the 650 constituencies.
const seats = ['/take-action/ynys-mon', '/take-action/manchester-central']

test('the sitemap lists all constituencies and pages, and each responds', async ({ request }) => {
  const paths = await listPaths(request)
  expect(paths.filter((path) => path.startsWith('/take-action/'))).toHaveLength(650)
  expect(new Set(paths).size).toBe(paths.length)
  for (const path of [...paths.filter((each) => !each.startsWith('/take-action/')), ...seats]) {
    expect((await request.get(path)).status(), path).toBe(200)
  }
  expect(await (await request.get('/robots.txt')).text()).toMatch(/Disallow: \/api\/[^]*Sitemap: http.*\/sitemap\.xml/)
})

test('every page has its own title, description and picture', async ({ page, request }) => {
  const titles = new Set<string>()
  const descriptions = new Set<string>()
  const paths = (await listPaths(request)).filter((path) => !path.startsWith('/take-action/')).concat(seats)
  for (const path of paths) {
    await page.goto(`${path}?s=newsletter`)
    const meta = (name: string) =>
      page.locator(`meta[name="${name}"], meta[property="${name}"]`).getAttribute('content')
    const title = await page.title()
    expect(title.length, title).toBeLessThanOrEqual(80)
    titles.add(title)
    descriptions.add((await meta('description')) ?? '')
    await expect(page.locator('h1')).toHaveCount(1)
    const canonical = new URL((await page.locator('link[rel=canonical]').getAttribute('href')) ?? '')
    expect({ path: canonical.pathname, query: canonical.search }).toEqual({ path, query: '' })
    expect(await meta('og:url')).toBe(canonical.href.replace(/\/$/, path === '/' ? '' : '/'))
    expect(await meta('twitter:card')).toBe('summary_large_image')
    expect(await meta('og:image:alt')).toContain('Stable Futures')
    const picture = await request.get(new URL((await meta('og:image')) ?? '').pathname)
    const png = await picture.body()
    expect(picture.headers()['content-type']).toBe('image/png')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)], path).toEqual([1200, 630])
  }
  expect(titles.size).toBe(paths.length)
  expect(descriptions.size).toBe(paths.length)
})

test('structured data can be parsed', async ({ page }) => {
  for (const [path, type] of [
    ['/', 'WebSite'],
    ['/asks/guardians', 'FAQPage'],
    ['/find/london', 'BreadcrumbList'],
    [seats[0] ?? '', 'BreadcrumbList'],
  ] as const) {
    await page.goto(path)
    const data: unknown = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '')
    expect([data].flat()).toContainEqual(expect.objectContaining({ '@context': 'https://schema.org', '@type': type }))
  }
})

test('pictures and icons exist in the promised sizes, and no others', async ({ request }) => {
  const manifest = await (await request.get('/manifest.webmanifest')).json()
  expect(manifest).toMatchObject({ name: 'Stable Futures', background_color: '#fbf6ec' })
  for (const { src, sizes, type } of manifest.icons) {
    const answer = await request.get(src)
    expect(answer.headers()['content-type']).toContain(type)
    if (type === 'image/png')
      expect(`${(await answer.body()).readUInt32BE(16)}x${(await answer.body()).readUInt32BE(20)}`).toBe(sizes)
  }
  expect((await (await request.get('/favicon.ico')).body()).readUInt16LE(4)).toBe(3)
  for (const path of ['/og/none.png', '/og/seats/none.png', '/og/seats/ynys-mon', '/og/seats/..%2Fx.png'])
    expect((await request.get(path)).status(), path).toBe(404)
})

test('until staff say who runs the site, every page says that it isn’t launched, and there is no security.txt', async ({
  page,
  request,
}) => {
  await page.goto('/take-action')
  await expect(page.getByRole('contentinfo')).toContainText('Not yet launched')
  await expect(page.getByRole('contentinfo')).toContainText('started by ECPAT UK')
  expect((await request.get('/.well-known/security.txt')).status()).toBe(404)
})

test('starting a site without its URL gives a warning', () => {
  expect(readFileSync(`${process.env.E2E_MAIN_FOLDER}.log`, 'utf8')).toMatch(
    /^Serving on http:\/\/localhost:\d+\nSITE_URL is not set/m,
  )
})

async function listPaths(request: import('@playwright/test').APIRequestContext): Promise<string[]> {
  const xml = await (await request.get('/sitemap.xml')).text()
  return [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url = '']) => new URL(url).pathname)
}
