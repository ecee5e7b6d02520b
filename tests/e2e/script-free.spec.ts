import { manchester } from './places'
import { expect, test } from './test'

const readingPages = [
  '/',
  '/asks/guardians',
  '/asks/long-term-plan',
  '/privacy',
  '/about',
  '/accessibility',
  '/find/south-east',
  '/nothing-here',
]

/** Counts the scripts that the browser's engine compiles for the page, wherever they come from. */
async function countScripts(page: import('@playwright/test').Page, path: string) {
  const session = await page.context().newCDPSession(page)
  const urls: string[] = []
  session.on('Debugger.scriptParsed', ({ url }) => urls.push(url))
  await session.send('Debugger.enable')
  await page.goto(path, { waitUntil: 'networkidle' })
  return urls.filter((url) => url.startsWith('http'))
}

for (const path of readingPages) {
  test(`${path} runs no script and requests none`, async ({ page, consoleErrors }) => {
    const asked: string[] = []
    page.on('request', (request) => request.resourceType() === 'script' && asked.push(request.url()))
    expect(await countScripts(page, path)).toEqual([])
    expect(asked).toEqual([])
    if (path === '/nothing-here') expect(consoleErrors.splice(0)).toHaveLength(1) // the 404 itself
  })
}

test('the count detects scripts where there are some', async ({ page }) => {
  expect((await countScripts(page, '/take-action')).length).toBeGreaterThan(3)
})

test('a postcode on the front page works without any script, and an invalid one is explained there', async ({
  page,
}) => {
  await page.goto('/')
  await page.getByLabel('Your postcode').first().fill('M1')
  await page.getByRole('button', { name: 'Find my MP' }).first().click()
  await expect(page.getByRole('group', { name: 'There is a problem' })).toBeFocused()
  await page.getByLabel('Your postcode').first().fill(manchester.postcode)
  await page.getByRole('button', { name: 'Find my MP' }).first().click()
  await expect(page).toHaveURL(`/take-action/${manchester.slug}`)
})
