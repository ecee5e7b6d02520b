import type { CheckLine, RuleName } from '@/lib/messages/model/rule-views'

/** Which rule each seat gets now, and would get. It scrolls inside its own box. */
export function CheckTable({ caption, lines }: { caption: string; lines: CheckLine[] }) {
  return (
    <div className="rule-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="rule-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Seat</th>
            <th scope="col">Gets now</th>
            <th scope="col">Would get</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ code, seat, now, next, isChanged }) => (
            <tr key={code}>
              <th scope="row">{seat}</th>
              <td>
                <Rule rule={now} />
              </td>
              <td>
                <Rule rule={next} />
                {isChanged && now?.id === next?.id && ', with new words'}
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
