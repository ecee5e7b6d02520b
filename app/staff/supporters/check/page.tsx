import type { Metadata } from 'next'
import { Day } from '@/components/desk/day'
import { StaffForm } from '@/components/desk/form'
import { isAtLeast } from '@/lib/staff/model/staff'
import { describeWallChange, type WallChange } from '@/lib/supporters/model/review'
import { listWallChanges } from '@/lib/supporters/review'
import { DoneNotice } from '../../_request/done-notice'
import { requireStaff } from '../../_request/require-staff'
import { submitWallAnswer } from './actions'
import '../../../styles/desk/import.css'

export const metadata: Metadata = { title: 'Wall check' }

const notices = {
  former: 'The wall calls them a former MP from now on.',
  hide: 'They are off the wall.',
  keep: 'Kept as it is.',
}
const buttons = { former: 'Mark as former MP', hide: 'Hide from the wall', keep: 'Keep as it is' } as const

export default async function WallCheckPage({ searchParams }: PageProps<'/staff/supporters/check'>) {
  const staff = await requireStaff('editor')
  const { done, undo } = await searchParams
  const changes = await listWallChanges()
  const mayPublish = isAtLeast(staff.role, 'publisher')
  return (
    <>
      <p>
        <a href="/staff/supporters">All supporters</a>
      </p>
      <h1>Wall check</h1>
      <DoneNotice texts={notices} done={done} undo={undo} />
      <p>
        MPs on the wall whose seat, party or office has changed since they signed, as{' '}
        <a href="/staff/directory/syncs">checks with Parliament</a> have found. We don’t check peers automatically.
      </p>
      {changes.length === 0 && <p>Nothing to answer: everybody on the wall is what they were when they signed.</p>}
      {changes.length > 0 && !mayPublish && <p>A publisher has to answer these.</p>}
      <ul className="staff-cards">
        {changes.map((change) => (
          <ChangeCard key={change.id} change={change} mayPublish={mayPublish} />
        ))}
      </ul>
    </>
  )
}

function ChangeCard({ change, mayPublish }: { change: WallChange; mayPublish: boolean }) {
  const { id, name, what, after, on } = change
  const hasLeft = what === 'seat' && after === null
  const answers = hasLeft ? (['former', 'hide', 'keep'] as const) : (['hide', 'keep'] as const)
  return (
    <li>
      <h2>{name}</h2>
      <p>
        {describeWallChange(change)}{' '}
        {on && (
          <span className="fine">
            Found on <Day on={on} />.
          </span>
        )}
      </p>
      <div className="wall-answers">
        {(mayPublish ? answers : []).map((answer) => (
          <StaffForm
            key={answer}
            action={submitWallAnswer}
            fields={Object.entries({ id, answer }).map(([field, value]) => ({
              name: field,
              label: '',
              type: 'hidden',
              value,
            }))}
            submit={buttons[answer]}
            label={`${buttons[answer]}: ${name}`}
            isQuiet={answer !== answers[0] || !hasLeft}
          />
        ))}
      </div>
    </li>
  )
}
