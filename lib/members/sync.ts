import pLimit from 'p-limit'
import { toUkDay } from '../shared/model/uk-time'
import type { DirectoryChange, DirectoryStore, FetchedMember } from './model/directory'
import { diffDirectory } from './model/diff'
import { listAbsentSeats, type DirectoryProblem } from './model/seat-claims'
import type { MembersApiClient } from './members-api/client'
import type { MembersApiFailure } from './members-api/failure'
import type { MembersList } from './members-api/members'

const FEWEST_MEMBERS = 600 // of 650; fewer means a dissolution or a broken answer
const MAX_FAILED_SHARE = 0.05 // of the calls for contacts
// More at once looks like a fault of Parliament's list, which staff have to look at first.
const MOST_LOST_ADDRESSES = 20
const MOST_PARTY_CHANGES = 40
const PARALLEL = 4

/** A sync's progress: pages of Members, then contacts (one call each), then absent seats. */
export type SyncProgress = { step: 'members' | 'contacts' | 'vacancies'; done: number; total: number }

export type SyncMembersDependencies = {
  client: MembersApiClient
  directory: DirectoryStore
  now: () => Date
  /** Whether somebody has agreed to more changes at once than are likely. */
  isAgreed?: boolean
  onProgress?: (progress: SyncProgress) => void
}

/** What a successful sync found; `unreadable` counts entries in Parliament's list that could not be parsed. */
export type SyncReport = {
  checkedAt: Date
  members: number
  changes: readonly DirectoryChange[]
  problems: readonly DirectoryProblem[]
  unreadable: number
}

/**
 * `applied` and `unchanged` are both recorded, the latter only as a check. After `refused` (the answer isn't
 * credible) and `unavailable` (there is no answer), the directory is untouched.
 */
export type SyncOutcome =
  | ({ outcome: 'applied' | 'unchanged' } & SyncReport)
  | { outcome: 'refused'; reason: 'too-few-members'; members: number }
  | { outcome: 'refused'; reason: 'too-many-failed-contacts'; failed: number; members: number; last: MembersApiFailure }
  | ({ outcome: 'refused'; reason: 'too-many-changes' } & TooManyChanges & Pick<SyncReport, 'changes'>)
  | { outcome: 'unavailable'; reason: MembersApiFailure }

/** How many MPs would lose their email address, and how many would change their party. */
export type TooManyChanges = { lostAddresses: number; partyChanges: number }

/**
 * Syncs the directory with UK Parliament's Members API. Fetches everything first and writes it in one
 * transaction, so an interruption leaves the old directory intact.
 * @throws only what the store throws
 */
export async function syncMembers({
  client,
  directory,
  now,
  isAgreed = false,
  onProgress,
}: SyncMembersDependencies): Promise<SyncOutcome> {
  const checkedAt = now()
  const list = await client.listCurrentMembers((done, total) => onProgress?.({ step: 'members', done, total }))
  if (!list.ok) return { outcome: 'unavailable', reason: list.failed }
  const count = list.value.members.length
  if (count < FEWEST_MEMBERS) return { outcome: 'refused', reason: 'too-few-members', members: count }

  const contacts = await fetchContacts(client, list.value, onProgress)
  if ('outcome' in contacts) return contacts

  // If another sync was written first, the comparison is out of date: compare again.
  for (;;) {
    const current = await directory.readDirectory()
    const absent = listAbsentSeats(current.seats, contacts.members)
    const vacancies = await confirmVacancies(client, absent, onProgress)
    if ('outcome' in vacancies) return vacancies

    const { vacantSeatCodes } = vacancies
    const diff = diffDirectory(current, { members: contacts.members, vacantSeatCodes, today: toUkDay(checkedAt) })
    const { seats, people, changes, problems } = diff
    const many = isAgreed ? null : findTooManyChanges(changes)
    if (many) return { outcome: 'refused', reason: 'too-many-changes', ...many, changes }
    const isWritten = await directory.applySync({
      after: current.lastSync,
      checkedAt,
      members: count,
      seats,
      people,
      changes,
    })
    if (!isWritten) continue
    const report = { checkedAt, members: count, changes, problems, unreadable: list.value.unreadable }
    return { outcome: changes.length > 0 ? 'applied' : 'unchanged', ...report }
  }
}

function findTooManyChanges(changes: readonly DirectoryChange[]): TooManyChanges | null {
  const lostAddresses = changes.filter(({ field, after }) => field === 'email' && after === null).length
  const partyChanges = changes.filter(({ field }) => field === 'party').length
  return lostAddresses > MOST_LOST_ADDRESSES || partyChanges > MOST_PARTY_CHANGES
    ? { lostAddresses, partyChanges }
    : null
}

async function fetchContacts(
  client: MembersApiClient,
  { members }: MembersList,
  onProgress: SyncMembersDependencies['onProgress'],
): Promise<{ members: FetchedMember[] } | SyncOutcome> {
  const maxFailed = members.length * MAX_FAILED_SHARE
  const failures: MembersApiFailure[] = []
  let done = 0
  const isHopeless = () => failures.length > maxFailed || failures.at(-1)?.failure === 'rate-limited'

  const fetched = await pLimit(PARALLEL).map(members, async (member): Promise<FetchedMember> => {
    if (isHopeless()) return { ...member, contacts: null }
    const answer = await client.getContacts(member.id)
    if (!answer.ok) failures.push(answer.failed)
    onProgress?.({ step: 'contacts', done: (done += 1), total: members.length })
    return { ...member, contacts: answer.ok ? answer.value : null }
  })
  const limited = failures.find(({ failure }) => failure === 'rate-limited')
  if (limited) return { outcome: 'unavailable', reason: limited }
  const last = failures.at(-1)
  if (!last || failures.length <= maxFailed) return { members: fetched }
  return {
    outcome: 'refused',
    reason: 'too-many-failed-contacts',
    failed: failures.length,
    members: members.length,
    last,
  }
}

/** Asks Parliament whether each absent seat is vacant; a seat without an answer stays unconfirmed. */
async function confirmVacancies(
  client: MembersApiClient,
  seats: readonly { code: string; name: string }[],
  onProgress: SyncMembersDependencies['onProgress'],
): Promise<{ vacantSeatCodes: Set<string> } | SyncOutcome> {
  const vacantSeatCodes = new Set<string>()
  for (const [index, { code, name }] of seats.entries()) {
    const answer = await client.getSeatStatus(name)
    if (answer.ok && answer.value === 'vacant') vacantSeatCodes.add(code)
    if (!answer.ok && answer.failed.failure === 'rate-limited') return { outcome: 'unavailable', reason: answer.failed }
    onProgress?.({ step: 'vacancies', done: index + 1, total: seats.length })
  }
  return { vacantSeatCodes }
}
