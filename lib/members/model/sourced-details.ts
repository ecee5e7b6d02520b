import type { DirectoryMember } from './directory'
import type { CorrectionState } from './correction'

/**
 * Where a detail comes from. Until the first sync, seed data counts as Parliament's: it was Parliament's list.
 */
export type DetailSource = 'parliament' | 'mysociety' | 'staff'

/**
 * A detail as visitors see it. `since` is when it was last seen to change, null if never; `checkedAt` is when
 * its source last confirmed it.
 */
export type SourcedDetail = {
  field: 'member' | 'party' | 'memberSince' | 'email' | 'x' | 'bluesky'
  value: string | null
  source: DetailSource
  since: Date | null
  checkedAt: Date | null
}

/** One change made by a sync; see DirectoryChange in directory.ts. */
export type SyncChange = {
  seatCode: string
  memberId: number | null
  field: string
  before: string | null
  after: string | null
  checkedAt: Date
}

/** The inputs for a seat's details; `history` is newest first. */
export type DetailSources = {
  member: (Omit<DirectoryMember, 'leftOn' | 'xSource'> & { xSource: string | null }) | null
  corrections: readonly { field: string; state: CorrectionState; value: string | null; savedAt: Date }[]
  history: readonly SyncChange[]
  loads: DirectoryLoads
}

/** When the directory was seeded, and when Parliament was last checked; null before the first start. */
export type DirectoryLoads = { seed: Date | null; last: Date | null }

/** What visitors see of a seat, each detail with its source and age. For a vacant seat, only the vacancy. */
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
  // A Bluesky handle counts as mySociety's until a sync sees Parliament supply one.
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
