import 'server-only'
import { findSeatPage } from './data/read-seed'
import type { Change } from '../audit/model/actor'
import type { SyncEnd } from './model/sync-end'
import type { TaskProgress } from '../shared/model/task'
import { formatBeside, formatSyncOutcome } from './describe-sync'
import { runSync } from './run-sync'

const labels = {
  members: 'Reading the list of MPs',
  contacts: 'Reading how each MP can be reached',
  vacancies: 'Asking about seats without an MP',
  posts: 'Reading who is in government, in opposition and in the chair',
}

/**
 * Runs a sync for a member of staff and describes the result.
 * @param isAgreed whether they have seen that it changes unlikely much, and want it
 */
export async function checkWithParliament(
  change: Change,
  isAgreed: boolean,
  onProgress: (progress: TaskProgress) => void = () => {},
): Promise<SyncEnd> {
  const answer = await runSync({
    ...change,
    isAgreed,
    onProgress: ({ step, done, total }) => onProgress({ label: labels[step], done, total }),
  })
  if (answer.outcome === 'off')
    return {
      outcome: 'refused',
      message: 'This server is set to ask nobody (MEMBERS_API_URL is empty). Nothing was changed.',
      details: [],
    }
  if (answer.outcome === 'running')
    return {
      outcome: 'refused',
      message: 'A check is running already. Load this page again in a minute to see what it has changed.',
      details: [],
    }
  const lines = formatSyncOutcome(answer, (code) => findSeatPage(code)?.name ?? code)
  const details = [...lines.slice(0, -1), ...formatBeside(answer)]
  if (answer.outcome !== 'applied' && answer.outcome !== 'unchanged')
    return {
      outcome: 'refused',
      message: lines.at(-1) ?? '',
      details,
      canAgree: answer.outcome === 'refused' && answer.reason === 'too-many-changes',
    }
  const number = answer.changes.length
  const changes =
    number === 0 ? 'Nothing has changed.' : `${number === 1 ? '1 change is' : `${number} changes are`} written.`
  return { outcome: 'done', message: `${changes} Parliament lists ${answer.members} MPs.`, details }
}
