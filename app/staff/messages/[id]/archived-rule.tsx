import { ArchivedNotice } from '@/components/desk/archived-notice'
import { Ask } from '@/components/desk/ask'
import type { ArchivedRule } from '@/lib/messages/show-archived'
import { archivedDays } from '@/lib/shared/model/archive'
import { isAtLeast, type Role } from '@/lib/staff/model/staff'
import { submitRuleArchive, submitRuleDeletion, submitRuleReturn } from '../archive-actions'

/** Asks before a rule is archived. */
export function AskRuleArchive({ id, version, name }: { id: string; version: string; name: string }) {
  return (
    <Ask
      title={`Archive “${name}”?`}
      action={submitRuleArchive}
      hidden={{ id, version }}
      submit="Archive"
      back={`/staff/messages/${id}`}
    >
      <p>
        It leaves the list, and no visitor gets it any more: they get the next message that fits. If some constituency
        would be left without one, it isn’t archived. You find it at the end of the list, under “Archived”, and a
        publisher can bring it back for {archivedDays} days. After that it is deleted for good, with its draft and all
        its versions.
      </p>
    </Ask>
  )
}

/** Asks before an archived rule is deleted for good. */
export function AskRuleDeletion({ id, name }: { id: number; name: string }) {
  return (
    <Ask
      title={`Delete “${name}” for good now?`}
      action={submitRuleDeletion}
      hidden={{ id: String(id) }}
      submit="Delete for good now"
      back={`/staff/messages/${id}`}
    >
      <p>
        Its words and all its versions are deleted, and nobody can bring them back. The activity log still says what
        they were, and what visitors did with it stays counted.
      </p>
    </Ask>
  )
}

type Props = { rule: ArchivedRule & { fields: { label: string; text: string }[] }; role: Role }

/** An archived rule: how long it is kept, how it comes back, and what it says. */
export function ArchivedRulePage({ rule: { id, name, archivedAt, fields }, role }: Props) {
  return (
    <>
      <ArchivedNotice
        id={id}
        thing="message"
        archivedAt={archivedAt}
        back="Brought back, it is off until a publisher switches it on, and stands just above the last message."
        bringBack={isAtLeast(role, 'publisher') ? submitRuleReturn : null}
        deletion={isAtLeast(role, 'admin') ? `/staff/messages/${id}?ask=delete` : null}
      />
      <section aria-labelledby="says">
        <h2 id="says">What “{name}” says</h2>
        <dl className="rule-words">
          {fields.map(({ label, text }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  )
}
