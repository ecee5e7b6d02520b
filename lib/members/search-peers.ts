import 'server-only'
import type { FoundMember } from './model/found-member'
import { env } from '../shared/env'
import { createMembersApiClient } from './members-api/client'

// Somebody waits for the answer: one try, and not for long. One client, which remembers when it was asked to come back later.
const client =
  env.MEMBERS_API_URL === ''
    ? null
    : createMembersApiClient({ baseUrl: env.MEMBERS_API_URL, timeoutMs: 4_000, maxRetryAfterMs: 0, maxTries: 1 })

/**
 * Members of the House of Lords who sit now, for somebody who types a name. The directory has MPs only,
 * so Parliament is asked, without anything of the visitor's or the person's who asks.
 * @param query as typed
 * @returns null when Parliament does not answer, or may not be asked
 */
export async function searchPeers(query: string): Promise<FoundMember[] | null> {
  const name = query.trim().slice(0, 100)
  if (name === '') return []
  const answer = await client?.searchPeers(name)
  return answer?.ok ? answer.value.map(({ id, ...rest }) => ({ memberId: id, ...rest, seat: null })) : null
}
