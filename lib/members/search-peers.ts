import 'server-only'
import type { FoundMember } from './model/found-member'
import { env } from '../shared/env'
import { createMembersApiClient } from './members-api/client'

// One attempt with a short timeout, because someone is waiting. A single client, so that it remembers when
// Parliament has asked it to pause.
const client =
  env.MEMBERS_API_URL === ''
    ? null
    : createMembersApiClient({ baseUrl: env.MEMBERS_API_URL, timeoutMs: 4_000, maxRetryAfterMs: 0, maxTries: 1 })

/**
 * Searches current Members of the House of Lords by name. The directory holds only MPs, so this asks
 * Parliament, passing on nothing about the visitor or the person searching.
 * @param query as typed
 * @returns null when Parliament doesn't answer, or calls are turned off
 */
export async function searchPeers(query: string): Promise<FoundMember[] | null> {
  const name = query.trim().slice(0, 100)
  if (name === '') return []
  const answer = await client?.searchPeers(name)
  return answer?.ok ? answer.value.map(({ id, ...rest }) => ({ memberId: id, ...rest, seat: null })) : null
}
