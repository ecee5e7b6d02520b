import { expect, test } from 'vitest'
import { createPostStore } from '@/lib/members/data/posts'
import { getSeat } from '@/lib/members/data/seats'
import { createMembersApiClient } from '@/lib/members/members-api/client'
import { formatPostsOutcome } from '@/lib/members/describe-sync'
import { syncPosts } from '@/lib/members/sync-posts'
import type { ServedPosts } from '../../fixtures/members-api-server'
import type { Reply } from '../../fixtures/replay-server'
import { seatFacts } from '../../fixtures/seat-facts'
import { onEachDatabase } from '../databases'
import { startApi } from '../seeded-directory'

const { seats } = seatFacts()
const held = seats.filter(({ member }) => member !== null)
const idOf = (index: number) => held[index]?.member?.id ?? 0
const day = (number: number) => new Date(`2026-11-0${number}T06:00:00Z`)

/** A government of 18, with one peer in it, a front bench of two and one chair. */
const posts: ServedPosts = {
  cabinet: Array.from({ length: 16 }, (_, index): [string, number] => [`Secretary of State for ${index}`, idOf(index)]),
  departments: {
    'Home Office': [
      ['Minister of State (Home Office)', idOf(16), 999_999],
      ['Whip', idOf(0)],
    ],
  },
  shadows: [['Shadow Home Secretary', idOf(20)]],
  shadowsOf: { 'Home Office': [['Shadow Minister (Home Office)', idOf(21)]] },
  chairs: [['Home Affairs Committee', idOf(30)]],
}

onEachDatabase('posts of MPs', ({ db }) => {
  const sync = async (
    now: Date,
    served: ServedPosts,
    fault?: (call: { path: string; count: number }) => Reply | null,
  ) => {
    const api = await startApi({ posts: served, ...(fault && { fault }) })
    const client = createMembersApiClient({ baseUrl: api.url, committeesUrl: api.url, retryDelayMs: 1 })
    return syncPosts({ client, store: createPostStore(db), now })
  }
  const postsOf = async (index: number) => (await getSeat(held[index]?.slug ?? ''))?.mp?.posts

  test('are read, kept where there is no answer, and given up where somebody else has them', async () => {
    expect(await postsOf(16)).toEqual([])
    expect(await sync(day(1), posts)).toEqual([
      { kind: 'government', outcome: 'read', holders: 17, changes: 18 },
      { kind: 'opposition', outcome: 'read', holders: 2, changes: 2 },
      { kind: 'chair', outcome: 'read', holders: 1, changes: 1 },
    ])
    expect(await postsOf(16)).toEqual([{ kind: 'government', title: 'Minister of State, Home Office' }])
    expect(await postsOf(0)).toEqual([
      { kind: 'government', title: 'Secretary of State for 0' },
      { kind: 'government', title: 'Whip, Home Office' },
    ])
    expect(await postsOf(30)).toEqual([{ kind: 'chair', title: 'Chair, Home Affairs Committee' }])
    // A change to the log, so that pages follow; the second time there is none.
    const entries = () => db.auditEntry.count({ where: { entityId: { endsWith: 'posts' } } })
    expect(await entries()).toBe(3)
    expect(await sync(day(2), posts)).toMatchObject([{ changes: 0 }, { changes: 0 }, { changes: 0 }])
    expect(await entries()).toBe(3)

    const spoiled = await sync(day(3), { ...posts, chairs: [['Home Affairs Committee', idOf(31)]] }, ({ path }) =>
      path.startsWith('/api/Posts') ? { body: { posts: [] } } : null,
    )
    expect(spoiled.flatMap(formatPostsOutcome)).toEqual([
      "Kept: the government posts; Parliament's Members API answered in an unexpected shape.",
      "Kept: the opposition posts; Parliament's Members API answered in an unexpected shape.",
      '1 MP in the chair of a select committee (2 changes).',
    ])
    expect(await postsOf(16)).toHaveLength(1)
    expect([await postsOf(30), await postsOf(31)]).toMatchObject([[], [{ kind: 'chair' }]])
    const checked = await db.postList.findMany({ orderBy: { kind: 'asc' } })
    expect(checked.map(({ checkedAt }) => checkedAt)).toEqual([day(3), day(2), day(2)])

    expect(await sync(day(4), { ...posts, cabinet: [], departments: {} })).toMatchObject([
      { kind: 'government', outcome: 'kept', reason: { failure: 'too-few-ministers', number: 0 } },
      { kind: 'opposition', outcome: 'read', holders: 2 },
      { kind: 'chair', outcome: 'read' },
    ])
    expect(await postsOf(16)).toHaveLength(1)
    await sync(day(5), { ...posts, chairs: [] })
    expect(await postsOf(31)).toEqual([])
  })
})
