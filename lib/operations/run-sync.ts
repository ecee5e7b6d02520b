import 'server-only'
import { database } from '../data/client'
import { createDirectoryStore } from '../data/directory-sync'
import { env } from '../env'
import { createMembersApiClient } from '../members-api/client'
import { type SyncOutcome, type SyncProgress, syncMembers } from './sync-members'

/**
 * Asks Parliament now and brings the directory in line; `off` where the server is set to ask nobody.
 * Several at once write their history once.
 */
export async function runSync(request: { now: Date; onProgress?: (progress: SyncProgress) => void }): Promise<SyncOutcome | { outcome: 'off' }> {
  if (env.MEMBERS_API_URL === '') return { outcome: 'off' }
  const { now, ...rest } = request
  return syncMembers({
    client: createMembersApiClient({ baseUrl: env.MEMBERS_API_URL }),
    directory: createDirectoryStore(await database()),
    now: () => now,
    ...rest,
  })
}
