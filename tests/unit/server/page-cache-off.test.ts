import { once } from 'node:events'
import { createServer } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { getWhole } from './get-whole'
import { handleCached } from './handle-cached'
import { writePage } from './write-page'

test('with PAGE_CACHE=off a page is rendered for each request, and others may cache it for as long as before', async () => {
  let made = 0
  const { handle } = handleCached((req, res) => writePage(req, res, ++made), {
    paths: { isKept: () => true, isListed: () => true },
    isKeeping: false,
  })
  const server = createServer(handle)
  onTestFinished(() => void server.close())
  await once(server.listen(0), 'listening')
  expect((await getWhole(server, '/find')).body).toContain('made 1')
  const { body, headers } = await getWhole(server, '/find')
  expect(body).toContain('made 2')
  expect(headers['cache-control']).toBe('public, max-age=0, s-maxage=1, stale-if-error=86400')
})
