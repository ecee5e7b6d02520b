import { expect, test } from 'vitest'
import type { Directory, DirectoryStore, DirectorySyncPlan } from '@/lib/members/model/directory'
import { createMembersApiClient, type MembersApiClient } from '@/lib/members/members-api/client'
import type { MembersApiFailure } from '@/lib/members/members-api/failure'
import { syncMembers, type SyncProgress } from '@/lib/members/sync'
import { applyPlan, shippedDirectory } from '@/tests/fixtures/directory'
import { startMembersApi } from '@/tests/fixtures/members-api-server'
import { seatFacts } from '@/tests/fixtures/seat-facts'

const now = () => new Date('2026-09-01T23:30:00Z') // in the UK it is the second already
const timedOut: MembersApiFailure = { failure: 'timed-out' }

/** A directory in memory, and the plans that were written to it. */
function memoryStore(start: Directory = shippedDirectory()) {
  const plans: DirectorySyncPlan[] = []
  let directory = start
  const store: DirectoryStore = {
    readDirectory: async () => ({ ...directory, lastSync: plans.length }),
    applySync: async (plan) => {
      plans.push(plan)
      directory = applyPlan(directory, plan)
      return true
    },
  }
  return { store, plans, read: () => directory }
}

/** A client that answers as the shipped facts have it, and counts its calls for contacts. */
function shippedClient(over: Partial<MembersApiClient> = {}) {
  const { seats } = seatFacts()
  const asked: number[] = []
  const client: MembersApiClient = {
    listCurrentMembers: async () => ({
      ok: true,
      value: {
        members: seats.flatMap(({ name, member }) => (member ? [{ ...member, constituencyName: name }] : [])),
        unreadable: 0,
      },
    }),
    searchPeers: async () => ({ ok: true, value: [] }),
    getContacts: async (id) => {
      const member = seats.find((seat) => seat.member?.id === id)?.member
      return {
        ok: true,
        value: { email: member?.email ?? null, xHandle: member?.xHandle ?? null, blueskyHandle: null },
      }
    },
    getSeatStatus: async () => ({ ok: true, value: 'held' }),
    listPosts: async () => ({ ok: true, value: [] }),
    listChairs: null,
    portraitAddress: (id) => `http://127.0.0.1/${id}`,
    getPortrait: async () => ({ ok: true, value: null }),
    ...over,
  }
  const getContacts = async (id: number) => {
    asked.push(id)
    return client.getContacts(id)
  }
  return { client: { ...client, getContacts }, asked }
}

/** The shipped list of Members without some. */
async function listWithout(drop: (index: number) => boolean) {
  const list = await shippedClient().client.listCurrentMembers()
  if (!list.ok) throw new Error('no list')
  const { members } = list.value
  return async () => ({
    ok: true as const,
    value: { unreadable: 0, members: members.filter((_, index) => !drop(index)) },
  })
}

test('from a server that agrees: unchanged, and checked', async () => {
  const api = await startMembersApi()
  const { store, plans, read } = memoryStore()
  const steps: SyncProgress[] = []
  const client = createMembersApiClient({ baseUrl: api.url })
  const result = await syncMembers({ client, directory: store, now, onProgress: (step) => steps.push(step) })
  await api.close()
  expect(result).toEqual({
    outcome: 'unchanged',
    checkedAt: now(),
    members: 650,
    changes: [],
    problems: [],
    unreadable: 0,
  })
  expect(plans).toMatchObject([{ checkedAt: now(), members: 650, seats: [], changes: [] }])
  expect(read().members.every(({ xHandle, xSource }) => xHandle === null || xSource === 'parliament')).toBe(true)
  expect(steps.at(-1)).toEqual({ step: 'contacts', done: 650, total: 650 })
})

test('a real vacancy and a forgotten Member, from a server', async () => {
  const directory = seatFacts()
  const [vacated, forgotten] = [directory.seats[10], directory.seats[20]]
  const gone = vacated?.member
  if (!vacated || !gone || !forgotten?.member) throw new Error('the facts have changed')
  vacated.member = null
  const api = await startMembersApi({ directory, hidden: new Set([forgotten.member.id]) })
  const { store, read } = memoryStore()
  const result = await syncMembers({ client: createMembersApiClient({ baseUrl: api.url }), directory: store, now })
  await api.close()
  expect(result).toMatchObject({
    outcome: 'applied',
    members: 648,
    changes: [{ seatCode: vacated.code, memberId: gone.id, field: 'member', before: gone.name, after: null }],
    problems: [{ problem: 'seat-absent', seatCode: forgotten.code }],
  })
  expect(read().members.find(({ id }) => id === gone.id)?.leftOn).toBe('2026-09-02')
})

test('599 Members are no House of Commons', async () => {
  const { store, plans } = memoryStore()
  const { client, asked } = shippedClient({ listCurrentMembers: await listWithout((index) => index < 51) })
  expect(await syncMembers({ client, directory: store, now })).toEqual({
    outcome: 'refused',
    reason: 'too-few-members',
    members: 599,
  })
  expect([plans, asked]).toEqual([[], []])
})

test('600 Members are believed, and seats without an answer stay', async () => {
  const { store, read } = memoryStore()
  const getSeatStatus = async () => ({ ok: false as const, failed: timedOut })
  const { client } = shippedClient({ listCurrentMembers: await listWithout((index) => index < 50), getSeatStatus })
  const result = await syncMembers({ client, directory: store, now })
  expect(result).toMatchObject({ outcome: 'unchanged', members: 600 })
  expect(result.outcome === 'unchanged' && result.problems).toHaveLength(50)
  expect(read().seats).toEqual(shippedDirectory().seats)
})

test('contacts that fail now and then are kept and reported', async () => {
  const { store } = memoryStore()
  let call = 0
  const getContacts = async () => ({ ok: false as const, failed: timedOut })
  const normal = shippedClient().client.getContacts
  const { client } = shippedClient({ getContacts: (id) => ((call += 1) % 21 === 0 ? getContacts() : normal(id)) })
  const result = await syncMembers({ client, directory: store, now })
  expect(result).toMatchObject({ outcome: 'unchanged' })
  expect(result.outcome === 'unchanged' && result.problems.map(({ problem }) => problem)).toEqual(
    new Array(30).fill('contacts-failed'),
  )
})

test('more than one in twenty failing is refused, and the rest is not asked for', async () => {
  const { store, plans } = memoryStore()
  const { client, asked } = shippedClient({ getContacts: async () => ({ ok: false, failed: timedOut }) })
  expect(await syncMembers({ client, directory: store, now })).toMatchObject({
    outcome: 'refused',
    reason: 'too-many-failed-contacts',
    members: 650,
    last: timedOut,
  })
  expect(asked.length).toBeLessThan(40)
  expect(plans).toEqual([])
})

test('without the list nothing is written', async () => {
  const { store, plans } = memoryStore()
  const { client } = shippedClient({ listCurrentMembers: async () => ({ ok: false, failed: timedOut }) })
  expect(await syncMembers({ client, directory: store, now })).toEqual({ outcome: 'unavailable', reason: timedOut })
  expect(plans).toEqual([])
})

test('being told to stay away ends it at once, wherever it is', async () => {
  const failed: MembersApiFailure = { failure: 'rate-limited', until: new Date('2026-09-02T00:30:00Z') }
  const limited = async () => ({ ok: false as const, failed })
  const { store, plans } = memoryStore()
  const atContacts = shippedClient({ getContacts: limited })
  expect(await syncMembers({ client: atContacts.client, directory: store, now })).toEqual({
    outcome: 'unavailable',
    reason: failed,
  })
  expect(atContacts.asked).toHaveLength(4)
  const atSeats = shippedClient({ getSeatStatus: limited, listCurrentMembers: await listWithout((index) => index < 2) })
  expect(await syncMembers({ client: atSeats.client, directory: store, now })).toEqual({
    outcome: 'unavailable',
    reason: failed,
  })
  expect(plans).toEqual([])
})

test('interrupted at any call, nothing has been written', async () => {
  const { store, plans } = memoryStore()
  for (const method of ['listCurrentMembers', 'getContacts', 'getSeatStatus'] as const) {
    const stop = async () => Promise.reject(new Error('interrupted'))
    const { client } = shippedClient({ listCurrentMembers: await listWithout((index) => index === 0), [method]: stop })
    await expect(syncMembers({ client, directory: store, now })).rejects.toThrow('interrupted')
  }
  expect(plans).toEqual([])
})

const without = (count: number) => {
  let left = count
  const normal = shippedClient().client.getContacts
  return async (id: number) => {
    const answer = await normal(id)
    if (!answer.ok || answer.value.email === null || left === 0) return answer
    left -= 1
    return { ok: true as const, value: { ...answer.value, email: null } }
  }
}

test('a list without 21 addresses that there were before is not believed until somebody agrees; 20 are', async () => {
  const { store, plans } = memoryStore()
  expect(await syncMembers({ ...shippedClient({ getContacts: without(21) }), directory: store, now })).toMatchObject({
    outcome: 'refused',
    reason: 'too-many-changes',
    lostAddresses: 21,
    partyChanges: 0,
  })
  expect(plans).toEqual([])
  const agreed = { ...shippedClient({ getContacts: without(21) }), directory: store, now, isAgreed: true }
  expect(await syncMembers(agreed)).toMatchObject({ outcome: 'applied' })
  const other = { ...shippedClient({ getContacts: without(20) }), directory: memoryStore().store, now }
  expect(await syncMembers(other)).toMatchObject({ outcome: 'applied' })
})

test('a list that changes the party of 41 MPs is not believed until somebody agrees', async () => {
  const list = await shippedClient().client.listCurrentMembers()
  if (!list.ok) throw new Error('no list')
  const members = list.value.members.map((member, index) => (index < 41 ? { ...member, party: 'Other' } : member))
  const { client } = shippedClient({
    listCurrentMembers: async () => ({ ok: true, value: { unreadable: 0, members } }),
  })
  const { store } = memoryStore()
  expect(await syncMembers({ client, directory: store, now })).toMatchObject({
    outcome: 'refused',
    reason: 'too-many-changes',
    lostAddresses: 0,
    partyChanges: 41,
  })
  expect(await syncMembers({ client, directory: store, now, isAgreed: true })).toMatchObject({ outcome: 'applied' })
})
