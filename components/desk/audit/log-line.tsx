import type { AuditDeed, AuditLine } from '@/lib/audit/model/entry'
import { describeAction, describeDeed, describeField, findEntityPage } from '@/lib/audit/words'
import { compareTexts } from '@/lib/shared/model/text-difference'
import { Moment } from '../moment'
import { TextDiff } from '../text-diff'

/** A deed: one change, or a line that opens to all that was done at once. */
export function LogDeed({ deed: { lines, size } }: { deed: AuditDeed }) {
  const [first] = lines
  if (!first) return null
  if (size === 1) return <LogLine line={first} />
  return (
    <details>
      <summary>
        <Moment at={first.at} />: <strong>{first.actor ?? 'The command line'}</strong>{' '}
        {describeDeed(first.action, first.entity, size)}
      </summary>
      <ol>
        {lines.map((line) => (
          <li key={line.id}>
            <LogLine line={line} />
          </li>
        ))}
      </ol>
      {lines.length < size && <p>{size - lines.length} more are on the pages before and after.</p>}
    </details>
  )
}

/** One change: when, who, what, and each changed field, word by word. */
function LogLine({ line: { at, actor, action, entity, entityId, entityName, fields } }: { line: AuditLine }) {
  const shown = fields.filter(({ field }) => field !== 'version')
  const href = findEntityPage(entity, entityId)
  const name = entityName ?? (href ? 'see it' : '')
  return (
    <>
      <p>
        <Moment at={at} />: <strong>{actor ?? 'The command line'}</strong> {describeAction(action)}{' '}
        {action !== 'staff.signed-in' && (href ? <a href={href}>{name}</a> : name)}
      </p>
      {shown.length > 0 && (
        <dl>
          {shown.map(({ field, before, after }) => (
            <div key={field}>
              <dt>{describeField(field)}</dt>
              <dd>
                {before === null && after !== null && after.length < 100 ? (
                  <>
                    (nothing) → <ins>{after}</ins>
                  </>
                ) : (
                  <TextDiff parts={compareTexts(before ?? '', after ?? '')} />
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}
