import { pages } from './staff-pages'
import { readSite, signInAs } from './staff-site'
import { expect, expectAccessible, expectContrast, expectReflow, test } from './test'

// Every screen of the desk as it is without anything to say, on a phone and on a desk, light and dark. What a screen says
// after something was pressed is checked where that is pressed.
// The 650 rows of /staff/figures/seats take axe minutes; staff-figures.spec.ts looks at them.
const routes = Object.keys(pages).filter((route) => !/\/api\/|no-access|confirm|figures\/seats/.test(route))
const parts = 4

test.use({ site: 'STAFF' })
test.slow()

function open(route: string): string {
  const first = (table: string) => String(readSite(`SELECT MIN("id") FROM "${table}"`)[0])
  if (route.startsWith('/staff/supporters')) return route.replace('[id]', first('Supporter'))
  if (route.startsWith('/staff/messages')) return route.replace('[id]', first('MessageRule'))
  return route.replace('[slug]', 'ashford').replace('[section]', 'problem')
}

for (let part = 0; part < parts; part++)
  test(`the screens of the desk are accessible, part ${part + 1} of ${parts}`, async ({ page }) => {
    await signInAs(page, `screens-${part}`, 'admin')
    for (const route of routes.filter((_, at) => at % parts === part))
      await test.step(route, async () => {
        await page.setViewportSize({ width: 1280, height: 900 })
        await page.emulateMedia({ colorScheme: 'light' })
        await page.goto(open(route))
        await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
        for (const width of [1280, 375]) {
          await page.setViewportSize({ width, height: width === 375 ? 740 : 900 })
          await page.emulateMedia({ colorScheme: 'light' })
          // At its end, a bar that stays in view covers nothing, so it makes no button look too small.
          await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
          await expectAccessible(page)
          await expectReflow(page)
          await page.emulateMedia({ colorScheme: 'dark' })
          await expectContrast(page)
        }
      })
  })
