import { formatLastDay } from '@/lib/shared/model/archive'
import { formatUkDay } from '@/lib/shared/model/uk-time'
import { StaffForm, type StaffFormAction } from './form'

type Props = {
  id: number
  /** What it is, such as “supporter”. */
  thing: string
  archivedAt: Date
  /** How it comes back. */
  back: string
  /** Null for people who may not bring it back. */
  bringBack: StaffFormAction | null
  /** Where an admin is asked before it is deleted sooner; null for people who may not delete it. */
  deletion: string | null
}

/** What the page of something archived says and offers. */
export function ArchivedNotice({ id, thing, archivedAt, back, bringBack, deletion }: Props) {
  return (
    <section aria-labelledby="archived" className="staff-narrow">
      <h2 id="archived">Archived</h2>
      <p>
        Since {formatUkDay(archivedAt)}. On {formatLastDay(archivedAt)} this {thing} is deleted for good.
      </p>
      {bringBack && (
        <>
          <p>{back}</p>
          <StaffForm
            action={bringBack}
            fields={[{ name: 'id', label: '', type: 'hidden', value: String(id) }]}
            submit="Bring back"
          />
        </>
      )}
      {deletion !== null && (
        <p>
          <a className="button quiet" href={deletion}>
            Delete for good now…
          </a>
        </p>
      )}
    </section>
  )
}
