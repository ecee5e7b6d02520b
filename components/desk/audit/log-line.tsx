import type { AuditLine } from '@/lib/audit/model/entry'
import { describeAction, describeField } from '@/lib/audit/words'
import { Moment } from '../moment'

// Their ids mean nothing to a reader.
const isOpaque = new Set(['staff', 'session', 'passkey', 'held'])

/** One change: when, who, what, and each changed field before and after. */
export function LogLine({ line: { at, actor, action, entity, entityId, entityName, fields } }: { line: AuditLine }) {
  const shown = fields.filter(({ field }) => field !== 'version')
  return (
    <>
      <p>
        <Moment at={at} />: <strong>{actor ?? 'The command line'}</strong> {describeAction(action)}
        {entityName && action !== 'staff.signed-in' && ` ${entityName}`}{' '}
        {!isOpaque.has(entity) && (
          <span className="fine">
            ({entity} {entityId})
          </span>
        )}
      </p>
      {shown.length > 0 && (
        <dl>
          {shown.map(({ field, before, after }) => (
            <div key={field}>
              <dt>{describeField(field)}</dt>
              <dd>
                {before === null ? '(nothing)' : <del>{before}</del>} →{' '}
                {after === null ? '(nothing)' : <ins>{after}</ins>}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}
