import type { AuditLine } from '@/lib/domain/audit'
import { describeAction, describeField } from '@/lib/domain/audit-words'
import { Moment } from './moment'

/** One change: who, when, what, and each field before and after. */
export function LogLine({ line: { at, actor, action, entity, entityId, entityName, fields } }: { line: AuditLine }) {
  return (
    <>
      <p>
        <Moment at={at} />: <strong>{actor ?? 'The command line'}</strong> {describeAction(action)}{entityName && ` ${entityName}`} <span className="fine">({entity} {entityId})</span>
      </p>
      {fields.length > 0 && (
        <dl>
          {fields.map(({ field, before, after }) => (
            <div key={field}>
              <dt>{describeField(field)}</dt>
              <dd>
                {before === null ? '(nothing)' : <del>{before}</del>} → {after === null ? '(nothing)' : <ins>{after}</ins>}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}
