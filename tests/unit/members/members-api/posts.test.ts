import { expect, onTestFinished, test } from 'vitest'
import { createMembersApiClient } from '@/lib/members/members-api/client'
import { committeeMember, postItem } from '@/tests/fixtures/members-api'
import { startReplayServer, type Reply } from '@/tests/fixtures/replay-server'
import { startMembersApi, type ServedPosts } from '@/tests/fixtures/members-api-server'

const today = '2026-11-26'

async function clientOf(posts: ServedPosts) {
  const api = await startMembersApi({ posts })
  onTestFinished(api.close)
  return { api, client: createMembersApiClient({ baseUrl: api.url, committeesUrl: api.url }) }
}

/** A client of a server that answers like this, whatever it is asked. */
async function clientOfReplies(replies: Record<string, (url: URL) => Reply>) {
  const server = await startReplayServer(replies)
  onTestFinished(server.close)
  return createMembersApiClient({ baseUrl: server.url, committeesUrl: server.url, retryDelayMs: 1 })
}

test('the Cabinet from one list, everyone else by department, each once', async () => {
  const { api, client } = await clientOf({
    cabinet: [['Secretary of State for the Home Department', 11]],
    departments: {
      'Home Office': [
        ['Secretary of State for the Home Department', 11],
        ['Minister of State (Home Office)', 12, 13],
        ['Parliamentary Under-Secretary of State'],
      ],
      'Ministry of Justice': [['Minister of State (Home Office)', 12]],
    },
    shadows: [['Shadow Home Secretary', 21]],
    shadowsOf: { 'Home Office': [['Shadow Minister (Home Office)', 22]] },
  })
  expect(await client.listPosts('government', today)).toEqual({
    ok: true,
    value: [
      { memberId: 11, title: 'Secretary of State for the Home Department' },
      { memberId: 12, title: 'Minister of State, Home Office' },
      { memberId: 13, title: 'Minister of State, Home Office' },
    ],
  })
  expect(api.requests).toHaveLength(4)
  expect(await client.listPosts('opposition', today)).toEqual({
    ok: true,
    value: [
      { memberId: 21, title: 'Shadow Home Secretary' },
      { memberId: 22, title: 'Shadow Minister, Home Office' },
    ],
  })
})

test('whoever has left a post holds it no longer, and a vacant post is nobody’s', async () => {
  const left = postItem('Minister of State', [1])
  const holders: unknown[] = left.value.postHolders.map((holder) => ({ ...holder, endDate: '2026-11-26T00:00:00' }))
  const client = await clientOfReplies({
    '*': (url) => ({
      body: url.pathname.endsWith('Departments')
        ? []
        : [
            { ...left, value: { ...left.value, postHolders: [...holders, { member: null, endDate: null }] } },
            { ...left, value: { ...left.value, postHolders: null, governmentDepartments: null } },
          ],
    }),
  })
  expect(await client.listPosts('government', today)).toEqual({ ok: true, value: [] })
})

test('a department without posts is none; one that fails fails the list', async () => {
  const reply = (status: number) => ({
    '*': (url: URL): Reply =>
      url.pathname.endsWith('Departments')
        ? {
            body: [
              { id: 1, name: 'Home Office' },
              { id: 2, name: 'Wales Office' },
            ],
          }
        : url.searchParams.get('departmentId') === '2'
          ? { status, body: 'no' }
          : { body: [postItem('Minister of State', [7])] },
  })
  expect(await (await clientOfReplies(reply(404))).listPosts('government', today)).toMatchObject({ ok: true })
  expect(await (await clientOfReplies(reply(400))).listPosts('government', today)).toEqual({
    ok: false,
    failed: { failure: 'bad-status', status: 400 },
  })
})

test.each([
  ['an object instead of a list', { items: [] }],
  ['posts without a wrapper', [{ name: 'Minister of State', postHolders: [] }]],
  ['holders without a Member', [{ value: { name: 'Minister', postHolders: [{ person: 4 }, { member: { id: 4 } }] } }]],
  ['a name with a control character', [{ value: { name: 'Minis\u0007ter', postHolders: [] } }]],
])('%s is an unexpected shape', async (_what, body) => {
  const client = await clientOfReplies({ '*': () => ({ body }) })
  expect(await client.listPosts('opposition', today)).toEqual({ ok: false, failed: { failure: 'unexpected-shape' } })
})

test('chairs: fifty Members a call, current ones only', async () => {
  const ids = Array.from({ length: 120 }, (_, index) => index + 1)
  const { api, client } = await clientOf({
    chairs: [
      ['Home Affairs Committee', 3],
      ['Justice Committee', 101],
      ['Lords Committee', 9_999],
    ],
  })
  expect(await client.listChairs?.(ids, today)).toEqual({
    ok: true,
    value: [
      { memberId: 3, title: 'Chair, Home Affairs Committee' },
      { memberId: 101, title: 'Chair, Justice Committee' },
    ],
  })
  expect(api.requests).toHaveLength(3)
  const rest = await clientOfReplies({
    '*': () => ({
      body: [
        committeeMember(1, 'Home Affairs Committee', true, '2026-01-01T00:00:00'),
        committeeMember(2, 'Justice', false),
      ],
    }),
  })
  expect(await rest.listChairs?.([1, 2], today)).toEqual({ ok: true, value: [] })
  const odd = await clientOfReplies({
    '*': () => ({ body: [{ id: 1, committees: [{ name: 'Justice', role: 'Chair' }] }] }),
  })
  expect(await odd.listChairs?.([1], today)).toEqual({ ok: false, failed: { failure: 'unexpected-shape' } })
})

test('without the address of the Committees API nobody is asked', () => {
  expect(createMembersApiClient({ baseUrl: 'http://127.0.0.1:1' }).listChairs).toBeNull()
})
