import 'server-only'
import { database, type PrismaClient } from '../shared/database/client'
import { createDirectoryStore } from './data/sync-store'
import { withLease } from '../shared/database/lease'
import { recordUpkeep } from '../shared/database/upkeep'
import { createPortraitStore } from './data/portraits'
import { createPostStore } from './data/posts'
import { formatTooManyChanges } from './describe-sync'
import type { Actor } from '../audit/model/actor'
import { env } from '../shared/env'
import { createMembersApiClient } from './members-api/client'
import { type SyncOutcome, type SyncProgress, syncMembers } from './sync'
import { drawPortrait } from './portraits/draw'
import { type PortraitsOutcome, syncPortraits } from './sync-portraits'
import { type PostsOutcome, syncPosts } from './sync-posts'

/** A sync, and what became of the lists of posts and the portraits if it was written. */
export type WholeSync = SyncOutcome & { posts: readonly PostsOutcome[]; portraits: PortraitsOutcome | null }

/** `off`: the server is configured to make no calls. `running`: another server on this database is syncing. */
export type RunSyncAnswer = WholeSync | { outcome: 'off' } | { outcome: 'running' }

export type WholeSyncProgress = SyncProgress | { step: 'posts'; done: number; total: number }

/**
 * Syncs the directory with Parliament now.
 * @param request.actor who asked; null for the daily sync
 * @param request.isAgreed whether they have seen that it changes unlikely much, and want it
 */
export async function runSync({
  actor,
  now,
  ...rest
}: {
  actor: Actor
  now: Date
  isAgreed?: boolean
  onProgress?: (progress: WholeSyncProgress) => void
}): Promise<RunSyncAnswer> {
  if (env.MEMBERS_API_URL === '') return { outcome: 'off' }
  const result = await withLease('sync', async () => syncAll(await database(), { actor, now, ...rest }))
  if (!result) return { outcome: 'running' }
  if (result.outcome === 'refused' && result.reason === 'too-many-changes')
    await recordUpkeep('sync', { problem: formatTooManyChanges(result) }, now)
  if (result.outcome === 'applied' || result.outcome === 'unchanged')
    await recordUpkeep('sync', { detail: `${result.members} MPs` }, now)
  return result
}

/** Syncs the directory, then the lists of posts and some portraits, which never undo what is written by then. No lease is taken. */
export async function syncAll(
  db: PrismaClient,
  {
    actor,
    now,
    ...rest
  }: { actor: Actor; now: Date; isAgreed?: boolean; onProgress?: (progress: WholeSyncProgress) => void },
): Promise<WholeSync> {
  const client = createMembersApiClient({ baseUrl: env.MEMBERS_API_URL, committeesUrl: env.COMMITTEES_API_URL })
  const result = await syncMembers({ client, directory: createDirectoryStore(db, actor), now: () => now, ...rest })
  if (result.outcome !== 'applied' && result.outcome !== 'unchanged') return { ...result, posts: [], portraits: null }
  const posts = await syncPosts({ client, store: createPostStore(db, actor), now, onProgress: rest.onProgress })
  const portraits = await syncPortraits({ client, store: createPortraitStore(db, actor), draw: drawPortrait, now })
  return { ...result, posts, portraits }
}
