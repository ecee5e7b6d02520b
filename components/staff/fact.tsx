import { formatAge } from '@/lib/domain/age'
import type { Fact } from '@/lib/domain/directory-facts'

const names: Record<Fact['field'], string> = { member: 'MP', party: 'Party', memberSince: 'MP since', email: 'Email', x: 'X', bluesky: 'Bluesky' }
const sources = { parliament: 'Parliament', mysociety: 'mySociety', staff: 'Set by staff' }

/** A fact of the directory with its source and age, as one entry of a `dl`. */
export function FactEntry({ fact, now }: { fact: Fact; now: Date }) {
  const { field, value, source, since, checkedAt } = fact
  return (
    <div data-source={source}>
      <dt>{names[field]}</dt>
      <dd>
        {value === null ? <em>{field === 'member' ? 'Vacant' : 'None'}</em> : field === 'x' ? `@${value}` : value}
        <span className="fact-source">
          {sources[source]}
          {checkedAt && (
            <>
              , <time dateTime={checkedAt.toISOString()}>{formatAge(checkedAt, now)}</time>
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
