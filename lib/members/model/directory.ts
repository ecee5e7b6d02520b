/** Who gave an X handle. A sync clears only what Parliament itself gave. */
export type XSource = 'parliament' | 'mysociety'

/** A person who is or was a Member. `memberSince` and `leftOn` are days, YYYY-MM-DD. */
export type DirectoryMember = {
  id: number // Parliament's
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

/** All seats, and everybody who sits or once sat in them. */
export type Directory = { seats: readonly DirectorySeat[]; members: readonly DirectoryMember[] }

/** A Member as Parliament lists them today. */
export type CurrentMember = {
  id: number
  name: string
  party: string
  constituencyName: string // there is no ONS code in Parliament's answers
  memberSince: string // YYYY-MM-DD
}

/** Where Parliament says a Member can be reached; null for what it does not say. */
export type MemberContacts = { email: string | null; xHandle: string | null; blueskyHandle: string | null }

/** `contacts` is null when Parliament could not be asked for them, which is not the same as having none. */
export type FetchedMember = CurrentMember & { contacts: MemberContacts | null }

/**
 * One line of the directory's journal. `memberId` is whom it is about: the person whose detail
 * changed, the newcomer, or, when a seat falls vacant, the one who left. For `member`, `before`
 * and `after` are names.
 */
export type DirectoryChange = {
  seatCode: string
  memberId: number
  field: 'member' | 'name' | 'party' | 'email' | 'x' | 'bluesky'
  before: string | null
  after: string | null
}

/** How many changes there are of each field. */
export function countChanges(
  changes: readonly Pick<DirectoryChange, 'field'>[],
): Partial<Record<DirectoryChange['field'], number>> {
  const counts: Partial<Record<DirectoryChange['field'], number>> = {}
  for (const { field } of changes) counts[field] = (counts[field] ?? 0) + 1
  return counts
}

/** What one sync writes. Only rows that differ; `members` counts the current Members in the answer. */
export type DirectorySyncPlan = {
  after: number // the last sync when the directory was compared
  checkedAt: Date
  members: number
  seats: readonly { code: string; memberId: number | null }[]
  people: readonly DirectoryMember[]
  changes: readonly DirectoryChange[]
}

/**
 * The data door that a sync needs. `lastSync` grows with each sync. `applySync` writes all of the plan,
 * or nothing, and says so, when another sync was written after the one that the plan names.
 */
export type DirectoryStore = {
  readDirectory: () => Promise<Directory & { lastSync: number }>
  applySync: (plan: DirectorySyncPlan) => Promise<boolean>
}
