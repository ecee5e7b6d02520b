import { formatDirectoryChange } from './model/change-text'
import type { DirectoryProblem } from './model/seat-claims'
import { formatMembersApiFailure } from './members-api/failure'
import type { SyncOutcome, SyncReport, TooManyChanges } from './sync'
import type { PostKind } from './model/post'
import type { PortraitsOutcome } from './sync-portraits'
import type { PostsOutcome } from './sync-posts'

/**
 * Describes what a sync did.
 * @param nameOfSeat by ONS code
 */
export function formatSyncOutcome(result: SyncOutcome, nameOfSeat: (code: string) => string): string[] {
  switch (result.outcome) {
    case 'applied':
      return [
        ...formatReport(result, nameOfSeat),
        `Written: ${result.members} Members, ${count(result.changes.length, 'change')}.`,
      ]
    case 'unchanged':
      return [...formatReport(result, nameOfSeat), `Nothing has changed: ${result.members} Members.`]
    case 'refused':
      return [
        ...('changes' in result ? result.changes.map((change) => describeChange(change, nameOfSeat)) : []),
        `Not written: ${formatRefusal(result)}. The directory is as it was.`,
      ]
    case 'unavailable':
      return [
        `Not written: Parliament's Members API ${formatMembersApiFailure(result.reason)}. The directory is as it was.`,
      ]
  }
}

function formatReport({ changes, problems, unreadable }: SyncReport, nameOfSeat: (code: string) => string): string[] {
  const odd =
    unreadable > 0 ? [`Passed over: ${count(unreadable, 'entry', 'entries')} of the list that made no sense.`] : []
  return [...changes.map((change) => describeChange(change, nameOfSeat)), ...problems.map(formatProblem), ...odd]
}

function describeChange(change: SyncReport['changes'][number], nameOfSeat: (code: string) => string): string {
  return `${nameOfSeat(change.seatCode)}: ${formatDirectoryChange(change)}`
}

/** What a sync would do that looks like a fault of Parliament's list. */
export function formatTooManyChanges({ lostAddresses, partyChanges }: TooManyChanges): string {
  const parts = [
    lostAddresses > 0 && `remove the email address of ${count(lostAddresses, 'MP')}`,
    partyChanges > 0 && `change the party of ${count(partyChanges, 'MP')}`,
  ]
  return `Parliament’s list would ${parts.filter(Boolean).join(' and ')}`
}

function formatRefusal(result: SyncOutcome & { outcome: 'refused' }): string {
  switch (result.reason) {
    case 'too-few-members':
      return `only ${count(result.members, 'Member')} listed, which is not a whole House of Commons`
    case 'too-many-changes':
      return `${formatTooManyChanges(result)}, which looks like a mistake in the list`
    case 'too-many-failed-contacts':
      return (
        `${result.failed} of ${result.members} calls for contacts failed, ` +
        `and then no more were made; at last Parliament's Members API ${formatMembersApiFailure(result.last)}`
      )
  }
}

/** What a sync did beside the directory, line by line. */
export function formatBeside({
  posts,
  portraits,
}: {
  posts: readonly PostsOutcome[]
  portraits: PortraitsOutcome | null
}): string[] {
  return [...posts.flatMap(formatPostsOutcome), ...(portraits ? formatPortraitsOutcome(portraits) : [])]
}

const postWords: Record<PostKind, [list: string, holders: string, api: string]> = {
  government: ['government posts', 'in government', 'Members'],
  opposition: ['opposition posts', 'on the opposition front bench', 'Members'],
  chair: ['chairs of committees', 'in the chair of a select committee', 'Committees'],
}

/** What became of one list of posts, in one line; in none if nobody was to be asked. */
export function formatPostsOutcome(posts: PostsOutcome): string[] {
  const [list, holders, api] = postWords[posts.kind]
  switch (posts.outcome) {
    case 'off':
      return []
    case 'read':
      return [
        `${count(posts.holders, 'MP')} ${holders}${posts.changes > 0 ? ` (${count(posts.changes, 'change')})` : ''}.`,
      ]
    case 'kept':
      return [
        posts.reason.failure === 'too-few-ministers'
          ? `Kept: the ${list}; Parliament lists only ${count(posts.reason.number, 'MP')} with one, which is not a whole government.`
          : `Kept: the ${list}; Parliament's ${api} API ${formatMembersApiFailure(posts.reason)}.`,
      ]
  }
}

/** What became of the portraits, in one line; in none if there was nothing to do. */
function formatPortraitsOutcome({ drawn, left, stopped }: PortraitsOutcome): string[] {
  const rest = left > 0 ? `, ${left} still to come` : ''
  if (stopped)
    return [
      `${count(drawn, 'new portrait')}${rest}; then Parliament's Members API ${formatMembersApiFailure(stopped)}.`,
    ]
  return drawn > 0 ? [`${count(drawn, 'new portrait')}${rest}.`] : []
}

function formatProblem(problem: DirectoryProblem): string {
  switch (problem.problem) {
    case 'unknown-constituency':
      return `Passed over: ${problem.memberName}, listed for "${problem.constituencyName}", which is no constituency that we know.`
    case 'seat-absent':
      return `Kept: ${problem.seatName} (${problem.memberName ?? 'vacant'}); nobody is listed, and no vacancy confirmed.`
    case 'seat-claimed-twice':
      return `Kept: ${problem.seatName}; listed for ${problem.memberNames.join(' and for ')}.`
    case 'contacts-failed':
      return `Kept: the contacts of ${problem.memberName}; Parliament did not give them this time.`
  }
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}
