import { formatAge } from '@/lib/shared/model/uk-time'
import type { SourcedDetail } from '@/lib/members/model/sourced-details'
import { Day } from '../day'

const names: Record<SourcedDetail['field'], string> = {
  member: 'MP',
  party: 'Party',
  memberSince: 'MP since',
  email: 'Email',
  x: 'X',
  bluesky: 'Bluesky',
}
const sources = { parliament: 'Parliament', mysociety: 'mySociety', staff: 'Set by staff' }

/** A detail of the directory with its source and age, as one entry of a `dl`. */
export function SourcedDetailEntry({ detail, now }: { detail: SourcedDetail; now: Date }) {
  const { field, source, since, checkedAt } = detail
  return (
    <div data-source={source} data-field={field}>
      <dt>{names[field]}</dt>
      <dd>
        <DetailValue detail={detail} />
        <span className="fact-source">
          {sources[source]}
          {checkedAt && (
            <>
              , {source === 'parliament' && 'checked '}
              <time dateTime={checkedAt.toISOString()}>{formatAge(checkedAt, now)}</time>
            </>
          )}
          {since && source !== 'staff' && (
            <>
              , changed <time dateTime={since.toISOString()}>{formatAge(since, now)}</time>
            </>
          )}
        </span>
      </dd>
    </div>
  )
}

function DetailValue({ detail: { field, value } }: { detail: SourcedDetail }) {
  if (value === null) return <em>{field === 'member' ? 'Vacant' : 'None'}</em>
  if (field === 'memberSince') return <Day on={value} />
  return field === 'x' ? `@${value}` : value
}
