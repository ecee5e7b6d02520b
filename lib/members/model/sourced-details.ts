import type { DirectoryMember } from './directory'
import type { CorrectionState } from './correction'

/** Where a detail comes from. What the seed said counts as Parliament's until a sync: it was Parliament's list. */
export type DetailSource = 'parliament' | 'mysociety' | 'staff'

/**
 * A detail as visitors get it. `since` is when it was last seen to change, null when it never was;
 * `checkedAt` when its source last said so.
 */
export type SourcedDetail = {
  field: 'member' | 'party' | 'memberSince' | 'email' | 'x' | 'bluesky'
  value: string | null
  source: DetailSource
  since: Date | null
  checkedAt: Date | null
}

/** One change of a sync; see DirectoryChange in directory.ts. */
export type SyncChange = {
  seatCode: string
  memberId: number | null
  field: string
  before: string | null
  after: string | null
  checkedAt: Date
}

/** What the details of a seat are made of; `history` has the newest first. */
export type DetailSources = {
  member: (Omit<DirectoryMember, 'leftOn' | 'xSource'> & { xSource: string | null }) | null
  corrections: readonly { field: string; state: CorrectionState; value: string | null; savedAt: Date }[]
  history: readonly SyncChange[]
  loads: DirectoryLoads
}

/** When the directory was first filled, and when Parliament was last asked; null before the first start. */
export type DirectoryLoads = { seed: Date | null; last: Date | null }

/** What visitors get of a seat, each with its source and age. Of a vacant seat there is only that. */
export function composeSourcedDetails({ member, corrections, history, loads }: DetailSources): SourcedDetail[] {
  const compose = (field: SourcedDetail['field'], value: string | null, ofMySociety = false): SourcedDetail => {
    const correction = corrections.find(
      (each) => each.state === 'applies' && each.field === (field === 'member' ? 'vacant' : field),
    )
    if (correction)
      return {
        field,
        value: correction.value,
        source: 'staff',
        since: correction.savedAt,
        checkedAt: correction.savedAt,
      }
    const changed = history.find(
      (change) => change.field === field && (field === 'member' || change.memberId === member?.id),
    )
    return {
      field,
      value,
      source: ofMySociety ? 'mysociety' : 'parliament',
      since: changed?.checkedAt ?? null,
      checkedAt: ofMySociety ? loads.seed : loads.last,
    }
  }
  const seat = compose('member', member?.name ?? null)
  if (!member || seat.value === null) return [seat]
  // A Bluesky handle is mySociety's until a sync has seen Parliament give one.
  const gaveBluesky = history.some(
    ({ field, after, memberId }) => field === 'bluesky' && memberId === member.id && after === member.blueskyHandle,
  )
  return [
    seat,
    compose('party', member.party),
    compose('memberSince', member.memberSince),
    compose('email', member.email),
    compose('x', member.xHandle, member.xSource === 'mysociety'),
    compose('bluesky', member.blueskyHandle, member.blueskyHandle !== null && !gaveBluesky),
  ]
}
