import { StaffForm, type StaffFormAction } from './form'

/** `about`: what there is to know of it; `lastDay`: the day, in words, on which it is deleted for good. */
export type ArchivedRow = {
  id: string
  name: string
  page: string | null
  about: string
  lastDay: string
  /** Where an admin is asked before it is deleted sooner; null for people who may not delete it. */
  deletion: string | null
}

type Props = {
  rows: ArchivedRow[]
  heading: 'h2' | 'h3'
  /** Null for people who may not bring anything back. */
  bringBack: StaffFormAction | null
}

/** What is archived, with the day on which each goes. */
export function ArchivedList({ rows, heading: Heading, bringBack }: Props) {
  return (
    <ul className="staff-cards">
      {rows.map(({ id, name, page, about, lastDay, deletion }) => (
        <li key={id}>
          <Heading>
            {page === null ? (
              <bdi>{name}</bdi>
            ) : (
              <a href={page}>
                <bdi>{name}</bdi>
              </a>
            )}
          </Heading>
          <p>{`${about} Deleted for good on ${lastDay}.`.trim()}</p>
          {bringBack && (
            <StaffForm
              action={bringBack}
              fields={[{ name: 'id', label: '', type: 'hidden', value: id }]}
              submit="Bring back"
              label={`Bring back ${name}`}
              isQuiet
            />
          )}
          {deletion !== null && (
            <p>
              <a className="button quiet" href={deletion}>
                Delete for good now<span className="visually-hidden">: {name}</span>…
              </a>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
