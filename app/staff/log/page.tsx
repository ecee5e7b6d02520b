import type { Metadata } from 'next'
import { LogFilter } from '@/components/desk/audit/log-filter'
import { LogLine } from '@/components/desk/audit/log-line'
import { Notice } from '@/components/desk/notice'
import { StaffForm } from '@/components/desk/form'
import { describeAction } from '@/lib/audit/words'
import { composeQuery } from '@/lib/shared/model/query'
import { isAtLeast } from '@/lib/staff/model/staff'
import { roleToUndo } from '@/lib/desk/model/undoable'
import { showLog } from '@/lib/desk/show-log'
import { requireStaff } from '../_request/require-staff'
import { submitUndo } from './actions'

export const metadata: Metadata = { title: 'Activity log' }

const notices = { undone: 'Undone. It’s as it was before, and the undo is in the log too.' }

export default async function LogPage({ searchParams }: PageProps<'/staff/log'>) {
  const staff = await requireStaff('editor')
  const asked = await searchParams
  const { filter, lines, people, isNewest, older } = await showLog(asked)
  const address = (more: Record<string, string> = {}) => `/staff/log?${composeQuery({ ...filter, ...more })}`
  return (
    <>
      <h1>Activity log</h1>
      <Notice texts={notices} done={asked.done} />
      <p>
        Every change, newest first. Nothing is ever removed from this list. You can undo the last change to something.
      </p>
      <LogFilter filter={filter} people={people} />
      {lines.length === 0 && <p>Nothing fits.</p>}
      <ol className="staff-log">
        {lines.map((line) => {
          const role = line.isLast ? roleToUndo(line) : null
          return (
            <li key={line.id}>
              <LogLine line={line} />
              {role && isAtLeast(staff.role, role) && (
                <StaffForm
                  action={submitUndo}
                  fields={[{ name: 'id', label: '', type: 'hidden', value: String(line.id) }]}
                  submit="Undo"
                  label={`Undo: ${describeAction(line.action)}, ${line.entityName ?? line.entityId}`}
                  isQuiet
                />
              )}
            </li>
          )
        })}
      </ol>
      {(!isNewest || older !== null) && (
        <nav aria-label="Pages" className="pager">
          {!isNewest && <a href={address()}>Newest changes</a>}
          {older !== null && (
            <a href={address({ before: String(older) })} rel="next">
              Older changes
            </a>
          )}
        </nav>
      )}
    </>
  )
}
