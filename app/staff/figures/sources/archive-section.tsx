import { ArchivedList } from '@/components/desk/archived-list'
import { Ask } from '@/components/desk/ask'
import type { Source } from '@/lib/actions/source-links'
import { archivedDays, formatLastDay } from '@/lib/shared/model/archive'
import { isAtLeast, type Role } from '@/lib/staff/model/staff'
import { submitLinkArchive, submitLinkDeletion, submitLinkReturn } from './actions'
import { describeSource } from './source-card'

const page = '/staff/figures/sources'

/** Asks before a link is archived. */
export function AskLinkArchive({ tag, label }: Source) {
  return (
    <Ask
      title={`Archive the link “${label ?? tag}”?`}
      action={submitLinkArchive}
      hidden={{ id: tag }}
      submit="Archive"
      back={page}
    >
      <p>
        It leaves the list, and you find it under “Archived”, where it can be brought back for {archivedDays} days. The
        link itself keeps working: whoever follows it gets to the site and is counted under it. After {archivedDays}{' '}
        days it is deleted for good.
      </p>
    </Ask>
  )
}

/** Asks before an archived link is deleted for good. */
export function AskLinkDeletion({ tag, label }: Source) {
  return (
    <Ask
      title={`Delete the link “${label ?? tag}” for good now?`}
      action={submitLinkDeletion}
      hidden={{ id: tag }}
      submit="Delete for good now"
      back={page}
    >
      <p>
        Who it was for is deleted, and nobody can bring it back; the activity log still says it. What the link brought
        stays in the figures, under the bare tag “{tag}”. Whoever still follows it gets to the site, and is counted
        under other tags.
      </p>
    </Ask>
  )
}

/** The archived links, with what they brought. */
export function ArchivedLinks({ links, role }: { links: Source[]; role: Role }) {
  if (links.length === 0) return null
  return (
    <section aria-labelledby="archived">
      <h2 id="archived">Archived</h2>
      <p className="staff-list">
        These links still work, and what they bring is in the figures by source, with “archived” behind their name.
        After {archivedDays} days they are deleted for good: what they brought stays counted under the bare tag, and
        whoever follows one from then on is counted under other tags.
      </p>
      <ArchivedList
        heading="h3"
        rows={links.map((link) => ({
          id: link.tag,
          name: link.label ?? link.tag,
          page: null,
          about: describeSource(link),
          lastDay: link.archivedAt ? formatLastDay(link.archivedAt) : '',
          deletion: isAtLeast(role, 'admin') ? `${page}?ask=delete&tag=${link.tag}` : null,
        }))}
        bringBack={submitLinkReturn}
      />
    </section>
  )
}
