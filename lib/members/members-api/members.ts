import type { CurrentMember } from '../model/directory'
import type { Answer } from './failure'
import { memberItem } from './shapes'

/** Members of the House of Commons; `unreadable` counts entries that could not be parsed. */
export type MembersList = { members: CurrentMember[]; unreadable: number }

/**
 * Filters search results to current MPs. Searches also return peers and former Members, and paging can shift
 * mid-read, so some people appear twice.
 */
export function readMembers(items: readonly unknown[]): Answer<MembersList> {
  const members = new Map<number, CurrentMember>()
  let unreadable = 0
  for (const item of items) {
    const parsed = memberItem.safeParse(item)
    if (!parsed.success) {
      unreadable += 1
      continue
    }
    const { id, nameDisplayAs, latestParty, latestHouseMembership: membership } = parsed.data.value
    if (membership.house !== 1 || membership.membershipEndDate !== null) continue
    members.set(id, {
      id,
      name: nameDisplayAs,
      party: latestParty.name,
      constituencyName: membership.membershipFrom,
      memberSince: membership.membershipStartDate,
    })
  }
  if (unreadable > 0 && unreadable === items.length) return { ok: false, failed: { failure: 'unexpected-shape' } }
  return { ok: true, value: { members: [...members.values()], unreadable } }
}

/** A member of the House of Lords. */
export type Peer = Pick<CurrentMember, 'id' | 'name' | 'party'>

/** Filters search results to current peers, dropping entries that cannot be parsed. */
export function readPeers(items: readonly unknown[]): Peer[] {
  return items.flatMap((item) => {
    const { data } = memberItem.safeParse(item)
    if (
      !data ||
      data.value.latestHouseMembership.house !== 2 ||
      data.value.latestHouseMembership.membershipEndDate !== null
    )
      return []
    return [{ id: data.value.id, name: data.value.nameDisplayAs, party: data.value.latestParty.name }]
  })
}
