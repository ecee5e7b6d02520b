import type { CheckLine, RuleName } from '@/lib/messages/model/rule-views'

/** The constituencies whose message changes at one moment: what each had, and what it gets. It scrolls inside its own box. */
export function CheckTable({ caption, lines }: { caption: string; lines: CheckLine[] }) {
  return (
    <div className="rule-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="rule-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Constituency</th>
            <th scope="col">MP</th>
            <th scope="col">Had</th>
            <th scope="col">Gets</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ code, seat, mp, party, now, next }) => (
            <tr key={code}>
              <th scope="row">{seat}</th>
              <td>{mp ? `${mp}, ${party}` : 'Vacant'}</td>
              <td>
                <Rule rule={now} />
              </td>
              <td>
                <Rule rule={next} />
                {now?.id === next?.id && ', with new words'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Rule({ rule }: { rule: RuleName }) {
  return rule ? <a href={`/staff/messages/${rule.id}`}>{rule.name}</a> : 'nothing'
}
