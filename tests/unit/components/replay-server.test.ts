import { expect, onTestFinished, test } from 'vitest'
import { startReplayServer, type Routes } from '@/tests/fixtures/replay-server'

async function start(routes: Routes) {
  const server = await startReplayServer(routes)
  onTestFinished(() => server.close())
  return { server, get: async (path: string) => (await fetch(`${server.url}${path}`)).text() }
}

test('the exact query takes precedence over the path, and the path over the rest', async () => {
  const { get } = await start({ '/a?b=c d': { body: 'query' }, '/a': { body: 'path' }, '*': { body: 'rest' } })
  expect([await get('/a?b=c%20d'), await get('/a?b=e'), await get('/a'), await get('/%')]).toEqual([
    'query',
    'path',
    'path',
    'rest',
  ])
})

test('a list is returned in order and its last reply repeats', async () => {
  const { get, server } = await start({ '/a': [{ body: '1' }, { body: '2' }] })
  expect([await get('/a'), await get('/a'), await get('/a')]).toEqual(['1', '2', '2'])
  expect(server.requests.map(({ path }) => path)).toEqual(['/a', '/a', '/a'])
})

test('a function receives the query', async () => {
  const { get } = await start({ '/page': (url) => ({ body: { skip: url.searchParams.get('skip') } }) })
  expect(await get('/page?skip=20')).toBe('{"skip":"20"}')
})

test('anything unlisted is a 404, even names that every object has', async () => {
  const { server } = await start({})
  expect((await fetch(`${server.url}/toString`)).status).toBe(404)
})
