import { formatDirectoryChange } from './model/change-text'
import type { DirectoryProblem } from './model/seat-claims'
import { formatMembersApiFailure } from './members-api/failure'
import type { SyncOutcome, SyncReport } from './sync'

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
      return [`Not written: ${formatRefusal(result)}. The directory is as it was.`]
    case 'unavailable':
      return [
        `Not written: Parliament's Members API ${formatMembersApiFailure(result.reason)}. The directory is as it was.`,
      ]
  }
}

function formatReport({ changes, problems, unreadable }: SyncReport, nameOfSeat: (code: string) => string): string[] {
  const odd =
    unreadable > 0 ? [`Passed over: ${count(unreadable, 'entry', 'entries')} of the list that made no sense.`] : []
  return [
    ...changes.map((change) => `${nameOfSeat(change.seatCode)}: ${formatDirectoryChange(change)}`),
    ...problems.map(formatProblem),
    ...odd,
  ]
}

function formatRefusal(result: SyncOutcome & { outcome: 'refused' }): string {
  switch (result.reason) {
    case 'too-few-members':
      return `only ${count(result.members, 'Member')} listed, which is not a whole House of Commons`
    case 'too-many-failed-contacts':
      return (
        `${result.failed} of ${result.members} calls for contacts failed, ` +
        `and then no more were made; at last Parliament's Members API ${formatMembersApiFailure(result.last)}`
      )
  }
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
