import { expect, onTestFinished, test } from 'vitest'
import { startReplayServer, type Routes } from '@/tests/fixtures/replay-server'

async function start(routes: Routes) {
  const server = await startReplayServer(routes)
  onTestFinished(() => server.close())
  return { server, get: async (path: string) => (await fetch(`${server.url}${path}`)).text() }
}

test('the exact query goes before the path, and the path before the rest', async () => {
  const { get } = await start({ '/a?b=c d': { body: 'query' }, '/a': { body: 'path' }, '*': { body: 'rest' } })
  expect([await get('/a?b=c%20d'), await get('/a?b=e'), await get('/a'), await get('/%')]).toEqual([
    'query',
    'path',
    'path',
    'rest',
  ])
})

test('a list is given in order and its last reply repeats', async () => {
  const { get, server } = await start({ '/a': [{ body: '1' }, { body: '2' }] })
  expect([await get('/a'), await get('/a'), await get('/a')]).toEqual(['1', '2', '2'])
  expect(server.requests.map(({ path }) => path)).toEqual(['/a', '/a', '/a'])
})

test('a function sees the query', async () => {
  const { get } = await start({ '/page': (url) => ({ body: { skip: url.searchParams.get('skip') } }) })
  expect(await get('/page?skip=20')).toBe('{"skip":"20"}')
})

test('what is not listed is 404, also names that every object has', async () => {
  const { server } = await start({})
  expect((await fetch(`${server.url}/toString`)).status).toBe(404)
})
