import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { RuleEditor } from '@/components/desk/messages/rule-editor'
import { RuleStates } from '@/components/desk/messages/rule-states'
import { StaffForm } from '@/components/desk/form'
import { showArchivedRule } from '@/lib/messages/show-archived'
import { showRule } from '@/lib/messages/show-rule'
import { isAtLeast } from '@/lib/staff/model/staff'
import { DoneNotice } from '../../_request/done-notice'
import { requireStaff } from '../../_request/require-staff'
import { askPreview, submitDiscard, submitRule } from '../actions'
import { readId } from '../../_request/read-seen'
import { ArchivedRulePage, AskRuleArchive, AskRuleDeletion } from './archived-rule'
import '../../../styles/desk/messages.css'
import '../../../styles/desk/rule.css'
import '../../../styles/desk/merge.css'

export const metadata: Metadata = { title: 'Edit a rule' }

const notices = {
  saved: 'Saved as a draft. Visitors do not get it before it is published.',
  archived: 'Archived. It’s in no list, and no visitor gets it.',
  back: 'Brought back. It’s off: switch it on in the list of rules.',
  restored: 'The earlier version is the draft now. Visitors do not get it before it is published.',
}

export default async function RulePage({ params, searchParams }: PageProps<'/staff/messages/[id]'>) {
  const { role } = await requireStaff('editor')
  const [{ id }, { done, undo, ask }, now] = [await params, await searchParams, new Date()]
  const rule = await showRule(readId(id), now)
  if (!rule) {
    const archived = await showArchivedRule(readId(id), now)
    if (!archived) redirect(`/staff/messages?done=${done === 'undone' ? 'undone' : 'gone'}`)
    if (ask === 'delete' && isAtLeast(role, 'admin')) return <AskRuleDeletion id={archived.id} name={archived.name} />
    return (
      <>
        <h1>{archived.name}</h1>
        <DoneNotice texts={notices} done={done} undo={undo} />
        <p className="rule-links">
          <a href="/staff/messages">All rules</a>
        </p>
        <ArchivedRulePage rule={archived} role={role} />
      </>
    )
  }
  const { editing, hasDraft, isPublished } = rule
  const mayArchive = isAtLeast(role, 'publisher')
  if (ask === 'archive' && mayArchive) return <AskRuleArchive {...editing} name={rule.name} />
  return (
    <>
      <h1>{rule.name}</h1>
      <DoneNotice texts={notices} done={done} undo={undo} />
      <RuleStates states={rule.states} />
      <p className="fine">{rule.by}.</p>
      <p className="rule-links">
        <a href="/staff/messages">All rules</a>
        <a href={`/staff/messages/${id}/history`}>History</a>
      </p>
      <RuleEditor
        action={submitRule}
        ask={askPreview}
        editing={editing}
        publishHref={hasDraft ? `/staff/messages/proof?draft=${id}` : null}
      />
      {hasDraft && (
        <details className="rule-discard">
          <summary>Discard draft</summary>
          <p>{isPublished ? 'What is published stays as it is.' : 'It was never published, so the whole rule goes.'}</p>
          <StaffForm
            action={submitDiscard}
            fields={[
              { name: 'id', label: '', type: 'hidden', value: editing.id },
              { name: 'version', label: '', type: 'hidden', value: editing.version },
            ]}
            submit="Discard draft"
            isQuiet
          />
        </details>
      )}
      {mayArchive && (
        <p>
          <a className="button quiet" href={`/staff/messages/${id}?ask=archive`}>
            Archive…
          </a>
        </p>
      )}
    </>
  )
}
