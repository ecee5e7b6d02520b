import type { Metadata } from 'next'
import { LogFilter } from '@/components/desk/audit/log-filter'
import { LogDeed } from '@/components/desk/audit/log-line'
import { Notice } from '@/components/desk/notice'
import { undoneAdding } from '../_request/done-notice'
import { StaffForm } from '@/components/desk/form'
import { describeAction, describeDeed } from '@/lib/audit/words'
import { composeQuery } from '@/lib/shared/model/query'
import { isAtLeast } from '@/lib/staff/model/staff'
import { roleToUndo } from '@/lib/desk/model/undoable'
import { showLog } from '@/lib/desk/show-log'
import { requireStaff } from '../_request/require-staff'
import { submitUndo } from './actions'

export const metadata: Metadata = { title: 'Activity log' }

const notices = { undone: undoneAdding }

export default async function LogPage({ searchParams }: PageProps<'/staff/log'>) {
  const staff = await requireStaff('editor')
  const asked = await searchParams
  const { filter, deeds, people, isNewest, older } = await showLog(asked)
  const address = (more: Record<string, string> = {}) => `/staff/log?${composeQuery({ ...filter, ...more })}`
  return (
    <>
      <h1>Activity log</h1>
      <Notice texts={notices} done={asked.done} />
      <p>
        Every change, newest first. Nothing is ever removed from this list, but when a person asks us to erase their
        data, “(erased)” stands in its place. You can undo the last change to something, and then the one before it;
        what was done at once is undone together.
      </p>
      <LogFilter filter={filter} people={people} />
      {deeds.length === 0 && <p>Nothing matches.</p>}
      <ol className="staff-log">
        {deeds.map((deed) => {
          const [line] = deed.lines
          if (!line) return null
          const changed = deed.lines.filter(({ isAsLeft }) => !isAsLeft).length
          const role = changed === 0 ? roleToUndo(line) : null
          const what =
            deed.size === 1
              ? `${describeAction(line.action)}, ${line.entityName ?? line.entityId}`
              : describeDeed(line.action, line.entity, deed.size)
          return (
            <li key={line.id}>
              <LogDeed deed={deed} />
              {changed > 0 && changed < deed.lines.length && (
                <p className="fine">Can’t be undone together any more: some of it has changed since, or was erased.</p>
              )}
              {role && isAtLeast(staff.role, role) && (
                <StaffForm
                  action={submitUndo}
                  fields={[{ name: 'id', label: '', type: 'hidden', value: String(line.id) }]}
                  submit={line.undoes === null ? 'Undo' : 'Undo the undo'}
                  label={`${line.undoes === null ? 'Undo' : 'Undo the undo'}: ${what}`}
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
