import { Ask } from '@/components/desk/ask'
import { archivedDays } from '@/lib/shared/model/archive'
import { submitArchive, submitDeletion } from './archive-actions'

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
