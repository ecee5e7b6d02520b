import type { AuditDeed, AuditField, AuditLine } from '@/lib/audit/model/entry'
import {
  describeAction,
  describeDeed,
  describeField,
  describeMove,
  describeValue,
  findEntityPage,
} from '@/lib/audit/words'
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
  const shown = fields.filter(
    ({ field, before, after }) => field !== 'version' && (field !== 'position' || (before !== null && after !== null)),
  )
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
          {shown.map((each) => (
            <div key={each.field}>
              <dt>{describeField(each.field)}</dt>
              <dd>
                <LogField {...each} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}

function LogField({ field, before, after }: AuditField) {
  if (field === 'position' && before !== null && after !== null) return describeMove(before, after)
  const [was, is] = [describeValue(before), describeValue(after)]
  if (was !== null || is === null || is.length >= 100) return <TextDiff parts={compareTexts(was ?? '', is ?? '')} />
  return (
    <>
      (nothing) → <ins>{is}</ins>
    </>
  )
}
