import { toUkDay } from '../shared/model/uk-time'
import type { MembersApiClient } from './members-api/client'
import type { MembersApiFailure } from './members-api/failure'
import { type HeldPost, type PostKind, postKinds } from './model/post'

// A government has about a hundred posts in the Commons. A list with fewer is a fault, or half a government.
const FEWEST_MINISTERS = 15

/** The database access that a sync of posts needs. */
export type PostStore = {
  /** Parliament's ids of those who sit now. */
  listSittingMembers: () => Promise<number[]>
  /** Replaces all posts of a kind; returns how many were added or removed. */
  replacePosts: (kind: PostKind, posts: readonly HeldPost[], checkedAt: Date) => Promise<number>
}

/**
 * What became of one list of posts: `read`, with how many sitting MPs hold one and how many posts changed; `kept` as it
 * was, because there was no answer that could be used; or `off`.
 */
export type PostsOutcome = { kind: PostKind } & (
  | { outcome: 'read'; holders: number; changes: number }
  | { outcome: 'kept'; reason: MembersApiFailure | { failure: 'too-few-ministers'; number: number } }
  | { outcome: 'off' }
)

export type SyncPostsDependencies = {
  client: Pick<MembersApiClient, 'listPosts' | 'listChairs'>
  store: PostStore
  now: Date
  onProgress?: (progress: { step: 'posts'; done: number; total: number }) => void
}

/**
 * Reads who is in government, on the opposition front bench or in the chair of a select committee. Each list is written
 * whole or left as it was, whatever happens to the others.
 * @throws only what the store throws
 */
export async function syncPosts({ client, store, now, onProgress }: SyncPostsDependencies): Promise<PostsOutcome[]> {
  const today = toUkDay(now)
  const sitting = await store.listSittingMembers()
  const isSitting = new Set(sitting)
  const outcomes: PostsOutcome[] = []
  for (const kind of postKinds) {
    outcomes.push(await syncKind(kind))
    onProgress?.({ step: 'posts', done: outcomes.length, total: postKinds.length })
  }
  return outcomes

  async function syncKind(kind: PostKind): Promise<PostsOutcome> {
    if (kind === 'chair' && !client.listChairs) return { kind, outcome: 'off' }
    const answer = await (kind === 'chair' ? client.listChairs?.(sitting, today) : client.listPosts(kind, today))
    if (!answer) return { kind, outcome: 'off' }
    if (!answer.ok) return { kind, outcome: 'kept', reason: answer.failed }
    const posts = answer.value.filter(({ memberId }) => isSitting.has(memberId)) // peers hold posts too
    const holders = new Set(posts.map(({ memberId }) => memberId)).size
    if (kind === 'government' && holders < FEWEST_MINISTERS)
      return { kind, outcome: 'kept', reason: { failure: 'too-few-ministers', number: holders } }
    return { kind, outcome: 'read', holders, changes: await store.replacePosts(kind, posts, now) }
  }
}
