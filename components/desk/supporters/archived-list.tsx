import { nameKind } from '@/lib/supporters/model/supporter'
import { StaffForm, type StaffFormAction } from '../form'

type Props = {
  /** `lastDay`: the day, in words, on which they are deleted for good. */
  rows: { id: number; kind: string; name: string; lastDay: string }[]
  /** Null for people who may not bring supporters back. */
  bringBack: StaffFormAction | null
  mayDelete: boolean
}

/** Archived supporters, with the day on which each goes. */
export function ArchivedList({ rows, bringBack, mayDelete }: Props) {
  return (
    <ul className="staff-cards">
      {rows.map(({ id, kind, name, lastDay }) => (
        <li key={id}>
          <h2>
            <a href={`/staff/supporters/${id}`}>
              <bdi>{name}</bdi>
            </a>
          </h2>
          <p>
            {nameKind(kind, 'one')}. Deleted for good on {lastDay}.
          </p>
          {bringBack && (
            <StaffForm
              action={bringBack}
              fields={[{ name: 'id', label: '', type: 'hidden', value: String(id) }]}
              submit="Bring back"
              label={`Bring back ${name}`}
              isQuiet
            />
          )}
          {mayDelete && (
            <p>
              <a className="button quiet" href={`/staff/supporters/${id}?ask=delete`}>
                Delete for good now<span className="visually-hidden">: {name}</span>…
              </a>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
