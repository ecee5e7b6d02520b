import { type ActionKind, kinds } from '@/lib/actions/model/action'
import { type MessageLine, unknownMessage } from '@/lib/actions/model/message-figures'
import { sumChannels } from '@/lib/actions/model/public-counts'
import { formatShortDay } from '@/lib/shared/model/uk-time'
import { channelSeries, groupChannels } from './channel-series'

const number = new Intl.NumberFormat('en-GB')
const titles: Record<ActionKind, string> = {
  opened: 'Opened, by message',
  confirmed: 'Confirmed as sent, by message',
}

type Column = { name: string; of: (line: MessageLine) => number }

/** What each message brought, a table for each kind: they are never added up. @param since the first day of which it is known */
export function MessageTables({ lines, since }: { lines: MessageLine[]; since: string | null }) {
  const columnsOf = (kind: ActionKind): Column[] => [
    { name: 'All', of: (line) => sumChannels(line[kind]) },
    ...channelSeries.map(({ key, name }) => ({ name, of: (line: MessageLine) => groupChannels(line[kind])[key] })),
  ]
  const sent = { name: 'Letters', of: (line: MessageLine) => line.sent }
  return (
    <>
      <h2>By message</h2>
      <p className="staff-list">
        Counted under the message that the page offered, whatever the visitor made of it.{' '}
        {lines.some(({ name }) => name === unknownMessage) &&
          `“${unknownMessage}” is ${since ? `what was counted before ${formatShortDay(since)}, when we began to count by message, or` : 'what was counted before we began to count by message, or'} from a page that was opened before an update, and letters that ask an MP again.`}
      </p>
      {kinds.map((kind) => (
        <MessageTable key={kind} id={`messages-${kind}`} title={titles[kind]} lines={lines} columns={columnsOf(kind)} />
      ))}
      {lines.some((line) => line.sent > 0) && (
        <MessageTable id="messages-sent" title="Letters sent from here, by message" lines={lines} columns={[sent]} />
      )}
    </>
  )
}

type TableProps = { id: string; title: string; lines: MessageLine[]; columns: Column[] }

function MessageTable({ id, title, lines, columns }: TableProps) {
  return (
    <div className="chart-table message-table" role="region" aria-labelledby={id} tabIndex={0}>
      <table>
        <caption id={id}>{title}</caption>
        <thead>
          <tr>
            <th scope="col">Message</th>
            {columns.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.name}>
              <th scope="row">{line.name}</th>
              {columns.map(({ name, of }) => (
                <td key={name}>{number.format(of(line))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
