import type { Metadata } from 'next'
import { Moment } from '@/components/desk/moment'
import { SyncButton } from '@/components/desk/members/sync-button'
import { formatDirectoryChange } from '@/lib/members/model/change-text'
import { isAtLeast } from '@/lib/staff/model/staff'
import { type ShownSync, showSyncs } from '@/lib/members/show-syncs'
import { requireStaff } from '../../_request/require-staff'
import { submitSync } from '../actions'
import '../../../styles/desk/members.css'
import '../../../styles/desk/task.css'

export const metadata: Metadata = { title: 'Checks with Parliament' }

export default async function SyncsPage() {
  const staff = await requireStaff('editor')
  const { syncs, isRunning } = await showSyncs(new Date())
  return (
    <>
      <p>
        <a href="/staff/directory">All seats</a>
      </p>
      <h1>Checks with Parliament</h1>
      <p>
        Once a day the site asks Parliament who the MPs are and how to reach them. A check changes all that it finds at
        its end, or nothing.
      </p>
      {isRunning && (
        <p className="staff-answer" data-outcome="done">
          A check is running right now. Load this page again in a minute to see what it has changed.
        </p>
      )}
      {isAtLeast(staff.role, 'publisher') ? <SyncButton action={submitSync} /> : <p>A publisher can check now.</p>}
      <ol className="staff-log">
        {syncs.map((sync) => (
          <SyncEntry key={sync.id} sync={sync} />
        ))}
      </ol>
    </>
  )
}

function SyncEntry({ sync: { source, checkedAt, members, changes } }: { sync: ShownSync }) {
  const title = (
    <>
      <Moment at={checkedAt} />:{' '}
      {source === 'seed'
        ? 'set up with what was shipped'
        : changes.length === 0
          ? 'nothing had changed'
          : changes.length === 1
            ? '1 change'
            : `${changes.length} changes`}
      , {members} MPs
    </>
  )
  if (changes.length === 0) return <li>{title}</li>
  return (
    <li>
      <details>
        <summary>{title}</summary>
        <ul>
          {changes.map(({ seat, slug, ...change }, at) => (
            <li key={at}>
              {slug ? <a href={`/staff/directory/${slug}`}>{seat}</a> : seat}: {formatDirectoryChange(change)}
            </li>
          ))}
        </ul>
      </details>
    </li>
  )
}
