import { Ask } from '@/components/desk/ask'
import { StaffForm } from '@/components/desk/form'
import { archivedDays, findLastDay } from '@/lib/shared/model/archive'
import { formatUkDay, startOfUkDay } from '@/lib/shared/model/uk-time'
import { submitArchive, submitBringBack, submitDeletion } from './archive-actions'

/** The day, in full, on which an archived supporter is deleted for good. */
export function formatLastDay(archivedAt: Date): string {
  return formatUkDay(startOfUkDay(findLastDay(archivedAt)) ?? archivedAt)
}

/** Asks before a supporter is archived. */
export function AskArchive({ id, name, isOnWall }: { id: number; name: string; isOnWall: boolean }) {
  return (
    <Ask
      title={`Archive ${name}?`}
      action={submitArchive}
      hidden={{ id: String(id) }}
      submit="Archive"
      back={`/staff/supporters/${id}`}
    >
      <p>
        {isOnWall ? 'They leave the wall at once, and' : 'They leave'} every list, count and export of the desk. You
        find them under “Archived”, and a publisher can bring them back for {archivedDays} days. After that they are
        deleted for good, with their logo and notes.
      </p>
    </Ask>
  )
}

/** Asks before an archived supporter is deleted for good. */
export function AskDeletion({ id, name }: { id: number; name: string }) {
  return (
    <Ask
      title={`Delete ${name} for good now?`}
      action={submitDeletion}
      hidden={{ id: String(id) }}
      submit="Delete for good now"
      back={`/staff/supporters/${id}`}
    >
      <p>
        Their details, logo and notes are deleted, and nobody can bring them back. The activity log still says what they
        were. If a person asks us to erase them, use <a href="/staff/erasure">Erase data</a>, which reaches the log too.
      </p>
    </Ask>
  )
}

/** What an archived supporter’s page says and offers. */
export function ArchivedNotice(props: { id: number; archivedAt: Date; mayBringBack: boolean; mayDelete: boolean }) {
  const { id, archivedAt, mayBringBack, mayDelete } = props
  return (
    <section aria-labelledby="archived" className="staff-narrow">
      <h2 id="archived">Archived</h2>
      <p>
        Since {formatUkDay(archivedAt)}. On {formatLastDay(archivedAt)} this supporter is deleted for good.
      </p>
      {mayBringBack && (
        <>
          <p>Brought back, they are hidden until a publisher puts them on the wall again.</p>
          <StaffForm
            action={submitBringBack}
            fields={[{ name: 'id', label: '', type: 'hidden', value: String(id) }]}
            submit="Bring back"
          />
        </>
      )}
      {mayDelete && (
        <p>
          <a className="button quiet" href={`/staff/supporters/${id}?ask=delete`}>
            Delete for good now…
          </a>
        </p>
      )}
    </section>
  )
}
