import type { Metadata } from 'next'
import { LogFilter } from '@/components/staff/log-filter'
import { Moment } from '@/components/staff/moment'
import { showLog } from '@/lib/operations/staff/show-log'
import { requireStaff } from '../require-staff'

export const metadata: Metadata = { title: 'Log' }

export default async function LogPage({ searchParams }: PageProps<'/staff/log'>) {
  await requireStaff('editor')
  const { filter, lines, people } = await showLog(await searchParams)
  return (
    <>
      <h1>Log</h1>
      <p>Every change, the newest first. Nothing is ever taken out of it.</p>
      <LogFilter filter={filter} people={people} />
      {lines.length === 0 && <p>Nothing fits.</p>}
      <ol className="staff-log">
        {lines.map(({ id, at, actor, action, entity, entityId, entityName, fields }) => (
          <li key={id}>
            <p>
              <Moment at={at} />: <strong>{actor ?? 'Command line'}</strong> – {action} <span className="staff-entity">{entityName ?? `${entity} ${entityId}`}</span>
            </p>
            {fields.length > 0 && (
              <dl>
                {fields.map(({ field, before, after }) => (
                  <div key={field}>
                    <dt>{field}</dt>
                    <dd>
                      {before === null ? '(nothing)' : <del>{before}</del>} → {after === null ? '(nothing)' : <ins>{after}</ins>}
                    </dd>
                  </div>
                ))}
              </dl>
            )}
          </li>
        ))}
      </ol>
    </>
  )
}
