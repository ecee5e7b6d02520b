import { afterEach, expect, test, vi } from 'vitest'
import { memberItem, page } from '../../fixtures/members-api'
import { startMembersApi, type MembersApiServerOptions } from '../../fixtures/members-api-server'

let stop = async () => {}
afterEach(() => stop())

/** The search, with a Parliament of its own. */
async function start(options: MembersApiServerOptions) {
  const api = await startMembersApi(options)
  stop = api.close
  return { ...(await load(api.url)), requests: api.requests }
}

async function load(url: string) {
  vi.resetModules()
  vi.stubEnv('MEMBERS_API_URL', url)
  return import('@/lib/members/search-peers')
}

const alton = memberItem({ id: 738, name: 'Lord Alton of Liverpool', party: 'Crossbench', from: 'Life peer', house: 2 })

test('finds who sits in the Lords, by name, and nobody else', async () => {
  const former = memberItem({ id: 2, name: 'Lord Gone', from: 'Life peer', house: 2, until: '2024-01-01' })
  const { searchPeers, requests } = await start({
    fault: () => ({ body: page([alton, former, memberItem({}), { value: null }]) }),
  })
  expect(await searchPeers(' alton ')).toEqual([
    { memberId: 738, name: 'Lord Alton of Liverpool', party: 'Crossbench', seat: null },
  ])
  expect(requests.map(({ path }) => path)).toEqual([
    '/api/Members/Search?House=2&IsCurrentMember=true&Name=alton&skip=0&take=20',
  ])
})

test('nothing typed asks nobody', async () => {
  const { searchPeers, requests } = await start({})
  expect(await searchPeers('  ')).toEqual([])
  expect(requests).toEqual([])
})

test.each([
  { status: 500, body: 'no' },
  { status: 429, body: '', headers: { 'retry-after': '60' } },
  { body: { items: 'x' } },
])('Parliament that does not answer is no empty list: %j', async (reply) => {
  const { searchPeers, requests } = await start({ fault: () => reply })
  expect(await searchPeers('alton')).toBeNull()
  expect(requests).toHaveLength(1)
})

test('Parliament that may not be asked is not asked', async () => {
  const { searchPeers } = await load('')
  expect(await searchPeers('alton')).toBeNull()
})
