import 'server-only'
import { database } from '../shared/database/client'
import { createDirectoryStore } from './data/sync-store'
import { withLease } from '../shared/database/lease'
import type { Actor } from '../audit/model/actor'
import { env } from '../shared/env'
import { createMembersApiClient } from './members-api/client'
import { type SyncOutcome, type SyncProgress, syncMembers } from './sync'

/** `off`: the server is configured to make no calls. `running`: another server on this database is syncing. */
export type RunSyncAnswer = SyncOutcome | { outcome: 'off' } | { outcome: 'running' }

/**
 * Syncs the directory with Parliament now.
 * @param request.actor who asked; null for the daily sync
 */
export async function runSync({
  actor,
  now,
  ...rest
}: {
  actor: Actor
  now: Date
  onProgress?: (progress: SyncProgress) => void
}): Promise<RunSyncAnswer> {
  if (env.MEMBERS_API_URL === '') return { outcome: 'off' }
  const client = createMembersApiClient({ baseUrl: env.MEMBERS_API_URL })
  const directory = createDirectoryStore(await database(), actor)
  return (
    (await withLease('sync', () => syncMembers({ client, directory, now: () => now, ...rest }))) ?? {
      outcome: 'running',
    }
  )
}
