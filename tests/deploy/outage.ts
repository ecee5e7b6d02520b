import assert from 'node:assert/strict'
import type { Setup } from './pages'
import { check, until } from './report'
import { type Site, startSite } from './site'

/** What visitors get while the site is down, and after. */
export async function checkOutage(
  { ask, ports, origin }: Setup,
  site: Site,
  settings: Record<string, string>,
): Promise<Site> {
  const browser = { headers: { 'accept-encoding': 'gzip' } }
  const before = await ask('/supporters', browser)
  const script = /\/_next\/static\/[^"]+\.js/.exec((await ask('/take-action/ashford', browser)).text)?.[0] ?? ''
  await ask(script, browser)
  await site.stop()
  await check('while the site is down: pages that were seen, as they were, also once they are old', async () => {
    await new Promise((resolve) => setTimeout(resolve, 2000)) // a page is fresh for a second
    for (let n = 0; n < 3; n++) {
      const { status, text } = await ask('/supporters?s=newsletter', browser)
      assert.deepEqual([status, text], [200, before.text])
    }
    assert.deepEqual(
      [(await ask('/take-action/ashford', browser)).status, (await ask(script, browser)).status],
      [200, 200],
    )
  })
  await check('while the site is down: else a page that says so, with the headers of all others', async () => {
    for (const question of [{}, { method: 'POST', body: 'a', headers: { origin } }]) {
      const { status, headers, text } = await ask('/take-action/york-central', question)
      assert.deepEqual(
        [
          status,
          headers['retry-after'],
          headers['cache-control'],
          headers['strict-transport-security']?.length,
          headers['content-security-policy']?.length,
        ],
        [503, ['10'], ['no-store'], 1, 1],
      )
      assert.match(text, /House of Commons, London SW1A 0AA/)
    }
    assert.equal((await ask('/staff')).status, 503)
  })
  const next = await startSite(ports.sites[0], settings)
  await check('when it is back, it is there by itself', () =>
    until(
      'the page',
      () => ask('/take-action/york-central'),
      ({ status }) => status === 200,
    ),
  )
  return next
}
