/** Who supplied an X handle. A sync clears only those that Parliament supplied. */
export type XSource = 'parliament' | 'mysociety'

/** A current or former Member. `memberSince` and `leftOn` are days, YYYY-MM-DD. */
export type DirectoryMember = {
  id: number // Parliament's id
  name: string
  party: string
  email: string | null
  xHandle: string | null
  xSource: XSource | null
  blueskyHandle: string | null
  memberSince: string
  leftOn: string | null // null while they sit
}

/** A seat by its ONS code; `memberId` is null while it is vacant. */
export type DirectorySeat = { code: string; name: string; memberId: number | null }

/** All seats, with their current and former Members. */
export type Directory = { seats: readonly DirectorySeat[]; members: readonly DirectoryMember[] }

/** A Member as Parliament lists them today. */
export type CurrentMember = {
  id: number
  name: string
  party: string
  constituencyName: string // Parliament's answers have no ONS code
  memberSince: string // YYYY-MM-DD
}

/** A Member's contact details according to Parliament; null for those it doesn't give. */
export type MemberContacts = { email: string | null; xHandle: string | null; blueskyHandle: string | null }

/** A null `contacts` means that the request failed, not that the Member has none. */
export type FetchedMember = CurrentMember & { contacts: MemberContacts | null }

/**
 * One change in the directory's history. `memberId` is the person it concerns: whoever's detail changed, the
 * newcomer or, when a seat falls vacant, the Member who left. For `member`, `before` and `after` are names.
 */
export type DirectoryChange = {
  seatCode: string
  memberId: number
  field: 'member' | 'name' | 'party' | 'email' | 'x' | 'bluesky'
  before: string | null
  after: string | null
}

/** Counts changes by field. */
export function countChanges(
  changes: readonly Pick<DirectoryChange, 'field'>[],
): Partial<Record<DirectoryChange['field'], number>> {
  const counts: Partial<Record<DirectoryChange['field'], number>> = {}
  for (const { field } of changes) counts[field] = (counts[field] ?? 0) + 1
  return counts
}

/** The writes of one sync: only rows that differ. `members` counts the current Members in the answer. */
export type DirectorySyncPlan = {
  after: number // the last sync at the time of the comparison
  checkedAt: Date
  members: number
  seats: readonly { code: string; memberId: number | null }[]
  people: readonly DirectoryMember[]
  changes: readonly DirectoryChange[]
}

/**
 * The database access that a sync needs. `lastSync` grows with each sync. `applySync` writes the whole plan, or
 * writes nothing and returns false if another sync has been written since the plan's `after`.
 */
export type DirectoryStore = {
  readDirectory: () => Promise<Directory & { lastSync: number }>
  applySync: (plan: DirectorySyncPlan) => Promise<boolean>
}
