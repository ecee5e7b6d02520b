import type { CurrentMember } from '../model/directory'
import type { Answer } from './failure'
import { memberItem } from './shapes'

/** The Members of the House of Commons; `unreadable` counts entries that made no sense. */
export type MembersList = { members: CurrentMember[]; unreadable: number }

/**
 * Keeps, of all that a search found, who sits in the Commons today: searches also find peers and
 * former Members, and pages shift while they are read, so that some people come twice.
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

/** Keeps, of all that a search found, who sits in the Lords today. What makes no sense is left out. */
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
